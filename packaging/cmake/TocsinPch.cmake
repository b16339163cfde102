# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers. Parsing the headers of Qt and the standard library is most of what a build does; two sets of them are
# compiled once and shared by all targets: `core` for what has no window, `widgets` for views/ and their tests. A source
# still includes all that it uses: with TOCSIN_PCH=OFF nothing is precompiled, and packaging/tidy reads every source so.

option(TOCSIN_PCH "Compile the headers of Qt and the standard library once" ON)

# GCC 13 and later do not share them between libraries and executables (-fPIC and -fPIE), nor with a target that adds
# -pthread. Such a target then parses the headers itself, and nothing is wrong with that.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
  set(CMAKE_PCH_WARN_INVALID OFF)
endif()

set(tocsin_pch_core_headers
    <algorithm> <array> <cmath> <cstdint> <functional> <map> <memory> <optional> <string> <utility> <variant> <vector>
    <tl/expected.hpp>
    <QBuffer> <QByteArray> <QCryptographicHash> <QDate> <QDateTime> <QDir> <QFile> <QFileInfo> <QFuture> <QHash> <QJsonArray>
    <QJsonDocument> <QJsonObject> <QList> <QLocale> <QMap> <QObject> <QPromise> <QRegularExpression> <QSaveFile> <QSet>
    <QString> <QStringList> <QTimeZone> <QUuid> <QtEndian>)
set(tocsin_pch_widgets_headers
    ${tocsin_pch_core_headers}
    <QAbstractItemModel> <QAction> <QApplication> <QComboBox> <QFrame> <QHBoxLayout> <QHeaderView> <QKeyEvent> <QLabel>
    <QLineEdit> <QListView> <QPainter> <QPlainTextEdit> <QPointer> <QPushButton> <QScrollArea> <QStackedWidget>
    <QStyledItemDelegate> <QTableView> <QTimer> <QToolButton> <QVBoxLayout> <QWidget>)

# Called once tocsin_options stands: each set is compiled with the same flags as everything that uses it.
function(tocsin_define_pch name)
  add_library(tocsin_pch_${name} OBJECT ${CMAKE_SOURCE_DIR}/packaging/cmake/pch.cpp)
  set_target_properties(tocsin_pch_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(tocsin_pch_${name} PRIVATE tocsin_options tl::expected ${ARGN})
  target_precompile_headers(tocsin_pch_${name} PRIVATE ${tocsin_pch_${name}_headers})
endfunction()

function(tocsin_use_pch target)
  if(NOT TOCSIN_PCH)
    return()
  endif()
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  if(folder MATCHES "^(tests/)?views(/|$)")
    target_precompile_headers(${target} REUSE_FROM tocsin_pch_widgets)
  else()
    target_precompile_headers(${target} REUSE_FROM tocsin_pch_core)
  endif()
endfunction()
