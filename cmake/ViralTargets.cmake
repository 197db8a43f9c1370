# SPDX-License-Identifier: GPL-3.0-or-later
# One place for the language level, the warnings and the strict Qt defines, and the functions that make a room.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTORCC ON)

if(NOT CMAKE_RUNTIME_OUTPUT_DIRECTORY)
    set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
endif()

add_library(viral_options INTERFACE)
target_compile_options(viral_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wnull-dereference
    -Wimplicit-fallthrough -Wextra-semi -fvisibility=hidden
    # GCC 12 reports null dereferences inside Qt's own containers at -O2.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-null-dereference>
    $<$<BOOL:${VIRAL_WERROR}>:-Werror>)
target_compile_definitions(viral_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(viral_options INTERFACE "${PROJECT_SOURCE_DIR}")

# viral_add_room(<name> [GUI] [MOC] SOURCES … [PUBLIC …] [PRIVATE …]): a static library that links only what its room
# may know. MOC runs Qt's meta-object compiler; rooms of plain values do without.
function(viral_add_room name)
    cmake_parse_arguments(ROOM "GUI;MOC" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(${name} PUBLIC viral_options Qt6::Core ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
    set_target_properties(${name} PROPERTIES AUTOMOC ${ROOM_MOC})
    if(ROOM_GUI)
        target_precompile_headers(${name} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/pch_gui.h")
    else()
        target_precompile_headers(${name} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/pch_core.h")
    endif()
endfunction()
