# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of Tocsin is built: language level, warnings, defines, sanitizers, and the three functions with which
# rooms, tests and benchmarks are declared.

include(CMakeDependentOption)
include(TocsinPch)
option(TOCSIN_TESTS "Build the tests" ON)
option(TOCSIN_WERROR "Treat warnings as errors" OFF)
option(TOCSIN_BENCHMARKS "Build the benchmarks" OFF)
option(TOCSIN_FUZZ "Build the fuzz targets with libFuzzer (Clang only)" OFF)
set(TOCSIN_SANITIZE "" CACHE STRING "Sanitizers, as given to -fsanitize=, or empty")
option(TOCSIN_COVERAGE "Instrument for gcov" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

find_program(TOCSIN_CCACHE ccache)
if(TOCSIN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros ${TOCSIN_CCACHE})
endif()

find_package(PkgConfig REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Pdf PdfWidgets Charts Svg Concurrent DBus LinguistTools)
if(TOCSIN_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(tl-expected REQUIRED)

add_library(tocsin_options INTERFACE)
target_compile_definitions(
  tocsin_options
  INTERFACE QT_NO_CAST_FROM_ASCII
            QT_NO_CAST_TO_ASCII
            QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_CONTEXTLESS_CONNECT
            QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
            QT_NO_FOREACH
            QT_NO_KEYWORDS
            QT_USE_QSTRINGBUILDER
            QT_DISABLE_DEPRECATED_BEFORE=0x060400
            TOCSIN_VERSION="${PROJECT_VERSION}")
# We write for Qt 6.4 and OpenSSL 3.0; what newer ones call deprecated has no replacement there yet.
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
  target_compile_definitions(tocsin_options INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
if(OPENSSL_VERSION VERSION_GREATER_EQUAL 3.1)
  target_compile_definitions(tocsin_options INTERFACE OPENSSL_API_COMPAT=30000)
endif()
target_compile_options(
  tocsin_options
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wno-sign-conversion
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wold-style-cast
            -Wimplicit-fallthrough
            -fstack-protector-strong
            # GCC 14 takes the empty std::optional inside a moved value for an uninitialized one; Clang and clang-tidy look
            # for the real ones.
            $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>:-Wno-maybe-uninitialized>
            $<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=2>
            $<$<BOOL:${TOCSIN_WERROR}>:-Werror>)
if(TOCSIN_SANITIZE)
  target_compile_options(tocsin_options INTERFACE -fsanitize=${TOCSIN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(tocsin_options INTERFACE -fsanitize=${TOCSIN_SANITIZE})
endif()
if(TOCSIN_COVERAGE)
  target_compile_options(tocsin_options INTERFACE --coverage)
  target_link_options(tocsin_options INTERFACE --coverage)
endif()
target_include_directories(tocsin_options SYSTEM INTERFACE)
if(TOCSIN_PCH)
  # What ccache needs to work with precompiled headers.
  target_compile_options(
    tocsin_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
  tocsin_define_pch(core Qt6::Core)
  tocsin_define_pch(widgets Qt6::Widgets)
endif()

# The macros of Qt Test convert durations in our files from Qt 6.7 on; that is not ours to mend.
add_library(tocsin_test_options INTERFACE)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.7)
  target_compile_options(tocsin_test_options INTERFACE -Wno-conversion)
endif()

# tocsin_room(NAME SOURCES … LINK … [PRIVATE_LINK …])
# A static library `tocsin_NAME`, alias Tocsin::NAME. Headers are included from the root of models/, views/ or app/:
# `#include "core/result.h"`.
function(tocsin_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINK;PRIVATE_LINK;INCLUDE" ${ARGN})
  add_library(tocsin_${name} STATIC ${ROOM_SOURCES})
  add_library(Tocsin::${name} ALIAS tocsin_${name})
  if(NOT ROOM_INCLUDE)
    set(ROOM_INCLUDE ${CMAKE_SOURCE_DIR}/models)
  endif()
  target_include_directories(tocsin_${name} PUBLIC ${ROOM_INCLUDE})
  target_link_libraries(tocsin_${name} PUBLIC ${ROOM_LINK} PRIVATE tocsin_options ${ROOM_PRIVATE_LINK})
  tocsin_use_pch(tocsin_${name})
endfunction()

# tocsin_test(NAME SOURCES … LINK …)
# A Qt Test executable `tst_NAME`, run offscreen, in UTC and the C locale, with a private temporary and home folder.
function(tocsin_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINK;LABELS" ${ARGN})
  if(NOT TEST_SOURCES)
    set(TEST_SOURCES tst_${name}.cpp)
  endif()
  add_executable(tst_${name} ${TEST_SOURCES})
  target_include_directories(tst_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/models)
  target_compile_definitions(tst_${name} PRIVATE TOCSIN_FIXTURES="${CMAKE_SOURCE_DIR}/tests/fixtures"
                                                 TOCSIN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(tst_${name} PRIVATE tocsin_options tocsin_test_options Qt6::Test ${TEST_LINK})
  tocsin_use_pch(tst_${name})
  add_test(NAME ${name} COMMAND tst_${name})
  set(own ${CMAKE_BINARY_DIR}/homes/${name})
  set_property(GLOBAL APPEND PROPERTY TOCSIN_TEST_HOMES ${own})
  set(environment QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=UTC HOME=${own} TMPDIR=${own}/tmp XDG_RUNTIME_DIR=${own}/run)
  foreach(kind CONFIG DATA STATE CACHE)
    list(APPEND environment XDG_${kind}_HOME=${own}/${kind})
  endforeach()
  list(APPEND environment QTEST_FUNCTION_TIMEOUT=1100000)
  # The time is a bound for a hung program, not for a slow one.
  set_tests_properties(${name} PROPERTIES TIMEOUT 1200 FIXTURES_REQUIRED homes LABELS "${TEST_LABELS}" ENVIRONMENT "${environment}")
endfunction()

# tocsin_test_homes(): the step of ctest that gives every test its folders, empty; call it after all tocsin_test().
function(tocsin_test_homes)
  get_property(homes GLOBAL PROPERTY TOCSIN_TEST_HOMES)
  list(TRANSFORM homes APPEND /tmp OUTPUT_VARIABLE temporary)
  list(TRANSFORM homes APPEND /run OUTPUT_VARIABLE runtime)
  add_test(NAME homes COMMAND sh -c "rm -rf \"$1\"; shift; exec mkdir -p -m 700 \"$@\"" sh ${CMAKE_BINARY_DIR}/homes
                              ${temporary} ${runtime})
  set_tests_properties(homes PROPERTIES FIXTURES_SETUP homes)
endfunction()

# tocsin_benchmark(NAME SOURCES … LINK …): an executable `bench_NAME` that prints figures; never a test.
function(tocsin_benchmark name)
  cmake_parse_arguments(BENCH "" "" "SOURCES;LINK" ${ARGN})
  if(NOT TOCSIN_BENCHMARKS)
    return()
  endif()
  add_executable(bench_${name} ${BENCH_SOURCES})
  target_include_directories(bench_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/models)
  target_compile_definitions(bench_${name} PRIVATE TOCSIN_FIXTURES="${CMAKE_SOURCE_DIR}/tests/fixtures"
                                                   TOCSIN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(bench_${name} PRIVATE tocsin_options ${BENCH_LINK})
  tocsin_use_pch(bench_${name})
endfunction()

# tocsin_fuzz(NAME SOURCES … LINK …): `fuzz_NAME`, with LLVMFuzzerTestOneInput in one of its sources and its seeds in
# tests/fuzz/corpus/NAME. In the fuzz preset it is a libFuzzer program. Everywhere else it is a test that feeds every seed,
# and a bounded number of repeatable mutations of each, so that each run of the tests fuzzes for a moment.
function(tocsin_fuzz name)
  cmake_parse_arguments(FUZZ "" "" "SOURCES;LINK" ${ARGN})
  set(corpus ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name})
  add_executable(fuzz_${name} ${FUZZ_SOURCES})
  target_include_directories(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/models)
  target_link_libraries(fuzz_${name} PRIVATE tocsin_options Qt6::Core ${FUZZ_LINK})
  tocsin_use_pch(fuzz_${name})
  if(TOCSIN_FUZZ)
    if(NOT TARGET fuzz)
      add_custom_target(fuzz)
    endif()
    add_dependencies(fuzz fuzz_${name})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    set(found ${CMAKE_CURRENT_BINARY_DIR}/found/${name})
    file(MAKE_DIRECTORY ${found})
    add_test(NAME fuzz_${name} COMMAND fuzz_${name} -runs=20000 -seed=1 -timeout=20 -rss_limit_mb=2048 ${found} ${corpus})
  else()
    target_sources(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests/fuzz/replay_main.cpp)
    add_test(NAME fuzz_${name} COMMAND fuzz_${name} ${corpus})
  endif()
  set_tests_properties(fuzz_${name} PROPERTIES TIMEOUT 300 LABELS fuzz ENVIRONMENT
                       "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
