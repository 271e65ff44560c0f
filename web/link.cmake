# Links the page's program and, for tests, the command-line program as a node module.
#
#   folio_page  build/web/folio.js + folio.wasm: createFolio(options) -> Promise of the program
#   folio_node  build/web/folio_node.js: the command line in wasm, `node folio_node.js totals FILE`
#
# Every web/*.library.js belongs to the page; functions there are called from src/platform/web.

# No -fno-exceptions here: third-party code that throws (qrcodegen) must end in an abort.
set(web_options -Oz -flto -Wall -Werror
    -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=32MB -sMAXIMUM_MEMORY=2GB
    -sSTACK_SIZE=1MB -sSUPPORT_LONGJMP=0)
set(page_options ${web_options} -sMODULARIZE -sEXPORT_NAME=createFolio -sENVIRONMENT=web
    -sFILESYSTEM=0 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sINCOMING_MODULE_JS_API=instantiateWasm,onAbort,print,printErr)

file(GLOB page_libraries CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/*.library.js)
program(folio_page main_web.cpp app documents platform_web)
if(TARGET folio_page)
    set_target_properties(folio_page PROPERTIES OUTPUT_NAME folio
        LINK_DEPENDS "${page_libraries}")
    target_link_options(folio_page PRIVATE ${page_options})
    foreach(library ${page_libraries})
        target_link_options(folio_page PRIVATE "SHELL:--js-library ${library}")
    endforeach()
endif()

program(folio_node main_cli.cpp app documents platform_native)
target_link_options(folio_node PRIVATE ${web_options} -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME)
