# The storage page for the bench and the browser tests: scripts/build web makes
# build/web/storage_page.html, .js and storage.js, .wasm. Not part of the site.
# Links the disk alone of platform/web, since the layer brings the whole screen with it.
add_executable(storage_page tests/bench/storage_page.cpp
    src/platform/web/disk.cpp src/platform/web/system.cpp)
target_include_directories(storage_page PRIVATE src)
target_link_libraries(storage_page PRIVATE folio_flags store)
set(storage_files ${CMAKE_SOURCE_DIR}/web/disk.library.js
    ${CMAKE_SOURCE_DIR}/web/disk_owner.library.js ${CMAKE_SOURCE_DIR}/web/system.library.js
    ${CMAKE_SOURCE_DIR}/tests/bench/storage_page.library.js)
set_target_properties(storage_page PROPERTIES OUTPUT_NAME storage LINK_DEPENDS "${storage_files}")
target_link_options(storage_page PRIVATE ${web_options} -sMODULARIZE -sEXPORT_NAME=createStorage
    -sENVIRONMENT=web -sFILESYSTEM=0 -sINCOMING_MODULE_JS_API=wake -sEXPORTED_RUNTIME_METHODS=HEAPU8
    -sEXPORTED_FUNCTIONS=_malloc,_free)
foreach(library ${storage_files})
    target_link_options(storage_page PRIVATE "SHELL:--js-library ${library}")
endforeach()
foreach(file storage_page.html storage_page.js)
    configure_file(tests/bench/${file} ${CMAKE_BINARY_DIR}/${file} COPYONLY)
endforeach()
add_dependencies(storage_page folio_key_worker)
