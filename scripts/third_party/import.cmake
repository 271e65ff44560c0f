# Imported targets of the third-party code. Header-only libraries come from Debian's -dev packages.
foreach(name sodium harfbuzz sheenbidi zlib qrcodegen sqlite imgui sdl2 json doctest)
    add_library(third_party::${name} INTERFACE IMPORTED)
endforeach()
