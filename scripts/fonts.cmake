# build/<configuration>/fonts/*.ttf, cut by scripts/fonts.py; target `fonts`, part of every build.
if(NOT DEFINED ENV{FOLIO_CACHE})
    set(folio_cache $ENV{HOME}/.cache/folio)
else()
    set(folio_cache $ENV{FOLIO_CACHE})
endif()
add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/fonts/inter-400.ttf
    COMMAND /usr/bin/python3 ${CMAKE_SOURCE_DIR}/scripts/fonts.py
        ${folio_cache}/sources ${folio_cache}/fonts ${CMAKE_BINARY_DIR}/fonts
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/fonts.py ${CMAKE_SOURCE_DIR}/src/ui/icons.h
        ${CMAKE_SOURCE_DIR}/scripts/third_party/manifest
    COMMENT "cutting fonts")
add_custom_target(fonts ALL DEPENDS ${CMAKE_BINARY_DIR}/fonts/inter-400.ttf)
