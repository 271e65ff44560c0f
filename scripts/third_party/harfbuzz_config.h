// What Folio needs of HarfBuzz beyond HB_LEAN (included by hb-config.hh after it).
//
// Outlines for the screen and the PDF, font metrics, the characters a font covers. Subsetting that
// keeps the layout tables is for the build step that makes the interface fonts, so native only: a
// subset for a PDF drops GSUB, GPOS and GDEF explicitly and is the same in both.
#pragma once

#undef HB_NO_DRAW
#undef HB_NO_FACE_COLLECT_UNICODES
#undef HB_NO_METRICS
#undef HB_NO_OPEN // leaves an undefined symbol in 10.2
#ifndef __wasm__
#undef HB_NO_SUBSET_LAYOUT
#endif
