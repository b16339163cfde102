# SPDX-License-Identifier: GPL-3.0-or-later
# Finds the static SQLCipher and makes SqlCipher::SqlCipher of it.
#
# Static, and with its symbols hidden, on purpose: other libraries bring a plain SQLite with the same symbol names into a
# process, and whichever is found first would serve both. With the plain one, keys are ignored without a word and the case
# would lie on the disk in clear. The version is asked of the linked library itself, by running it.

find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
find_path(SqlCipher_INCLUDE_DIR sqlcipher/sqlite3.h)
find_library(SqlCipher_LIBRARY ${CMAKE_STATIC_LIBRARY_PREFIX}sqlcipher${CMAKE_STATIC_LIBRARY_SUFFIX})

if(SqlCipher_LIBRARY AND SqlCipher_INCLUDE_DIR AND NOT SqlCipher_CHECKED STREQUAL SqlCipher_LIBRARY)
  try_run(
    SqlCipher_RUN SqlCipher_COMPILED ${CMAKE_BINARY_DIR}/CMakeFiles/check_sqlcipher ${CMAKE_CURRENT_LIST_DIR}/check_sqlcipher.c
    CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${SqlCipher_INCLUDE_DIR}"
    COMPILE_DEFINITIONS -DSQLITE_HAS_CODEC
    LINK_LIBRARIES ${SqlCipher_LIBRARY} OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m
    COMPILE_OUTPUT_VARIABLE SqlCipher_COMPILE_OUTPUT
    RUN_OUTPUT_VARIABLE SqlCipher_RUN_OUTPUT)
  if(NOT SqlCipher_COMPILED)
    message(FATAL_ERROR "SQLCipher at ${SqlCipher_LIBRARY} does not link with OpenSSL:\n${SqlCipher_COMPILE_OUTPUT}")
  endif()
  string(REGEX MATCH "^[0-9]+\\.[0-9]+\\.[0-9]+" SqlCipher_FOUND_VERSION "${SqlCipher_RUN_OUTPUT}")
  set(SqlCipher_VERSION "${SqlCipher_FOUND_VERSION}" CACHE STRING "What the linked SQLCipher calls itself" FORCE)
  unset(SqlCipher_RUN CACHE)
  unset(SqlCipher_COMPILED CACHE)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  SqlCipher
  REQUIRED_VARS SqlCipher_LIBRARY SqlCipher_INCLUDE_DIR SqlCipher_VERSION
  VERSION_VAR SqlCipher_VERSION
  REASON_FAILURE_MESSAGE
    "Tocsin needs the static library and header of SQLCipher ${SqlCipher_FIND_VERSION} or newer (Debian: libsqlcipher-dev, on Debian 12 from bookworm-backports)"
)

if(SqlCipher_FOUND)
  set(SqlCipher_CHECKED ${SqlCipher_LIBRARY} CACHE INTERNAL "")
  if(NOT TARGET SqlCipher::SqlCipher)
    get_filename_component(SqlCipher_ARCHIVE ${SqlCipher_LIBRARY} NAME)
    add_library(SqlCipher::SqlCipher STATIC IMPORTED)
    set_target_properties(
      SqlCipher::SqlCipher
      PROPERTIES IMPORTED_LOCATION ${SqlCipher_LIBRARY}
                 INTERFACE_INCLUDE_DIRECTORIES ${SqlCipher_INCLUDE_DIR}
                 INTERFACE_COMPILE_DEFINITIONS SQLITE_HAS_CODEC
                 INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto;Threads::Threads;${CMAKE_DL_LIBS};m"
                 INTERFACE_LINK_OPTIONS "$<$<PLATFORM_ID:Linux>:LINKER:--exclude-libs,${SqlCipher_ARCHIVE}>")
  endif()
endif()
mark_as_advanced(SqlCipher_LIBRARY SqlCipher_INCLUDE_DIR SqlCipher_VERSION)
