# The library: everything in src/ but the command line and the server. Its parts are compiled apart, each
# for what it has to be: the numbers for speed, what reads for speed in less room, what tells and draws,
# where the time does not go, for size. So each has its own precompiled headers.
set(VOLTEFACE_BUILT_WITH
  fmt::fmt TBB::tbb EXPAT::EXPAT ZLIB::ZLIB ICU::uc
  $<BUILD_INTERFACE:Eigen3::Eigen> $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>
  PkgConfig::zstd PkgConfig::xxhash PkgConfig::hwy PkgConfig::gumbo PkgConfig::simdjson)
function(volteface_part name)  # volteface_part(NAME OPTIONS... FOLDERS folder...)
  cmake_parse_arguments(PARSE_ARGV 1 part "" "" "OPTIONS;FOLDERS")
  foreach(folder ${part_FOLDERS})
    file(GLOB folder_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${folder}/*.cpp)
    list(APPEND sources ${folder_sources})
  endforeach()
  add_library(${name} OBJECT ${sources})
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_compile_options(${name} PRIVATE ${part_OPTIONS})
  target_include_directories(${name} PRIVATE
    ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PRIVATE volteface_options ${VOLTEFACE_BUILT_WITH})
  target_precompile_headers(${name} PRIVATE <fmt/format.h> <algorithm> <functional> <map> <string> <vector>)
endfunction()
volteface_part(volteface_numbers FOLDERS agreement ideal turn)
volteface_part(volteface_reading OPTIONS -O2 FOLDERS record language reading)
# Little time goes to votes and reasons, and to taking reports and records in; they are for size.
file(GLOB told_for_size CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/reading/vote*.cpp ${PROJECT_SOURCE_DIR}/src/reading/reason*.cpp
  ${PROJECT_SOURCE_DIR}/src/reading/explanations.cpp ${PROJECT_SOURCE_DIR}/src/reading/statements.cpp
  ${PROJECT_SOURCE_DIR}/src/reading/*_reports.cpp ${PROJECT_SOURCE_DIR}/src/reading/record_lines_*.cpp
  ${PROJECT_SOURCE_DIR}/src/reading/json_*.cpp ${PROJECT_SOURCE_DIR}/src/reading/report_intake.cpp
  ${PROJECT_SOURCE_DIR}/src/reading/checking.cpp ${PROJECT_SOURCE_DIR}/src/reading/page_metadata.cpp
  ${PROJECT_SOURCE_DIR}/src/reading/acts.cpp ${PROJECT_SOURCE_DIR}/src/record/import*.cpp
  ${PROJECT_SOURCE_DIR}/src/record/marc_reader.cpp ${PROJECT_SOURCE_DIR}/src/record/merge.cpp
  ${PROJECT_SOURCE_DIR}/src/record/vote_*.cpp)
set_source_files_properties(${told_for_size} PROPERTIES COMPILE_OPTIONS -Os)
# Weights are added up in vectors.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/language/linear_model.cpp PROPERTIES COMPILE_OPTIONS -O3)
volteface_part(volteface_telling OPTIONS -Os FOLDERS brief)

configure_file(${PROJECT_SOURCE_DIR}/include/volteface/version.h.in
               ${PROJECT_BINARY_DIR}/include/volteface/version.h @ONLY)

add_library(volteface STATIC
  $<TARGET_OBJECTS:volteface_numbers> $<TARGET_OBJECTS:volteface_reading> $<TARGET_OBJECTS:volteface_telling>
  ${PROJECT_SOURCE_DIR}/src/record/embedded_record.S
  ${PROJECT_SOURCE_DIR}/src/language/embedded_english.S
  ${PROJECT_SOURCE_DIR}/src/reading/embedded_tables.S
  ${PROJECT_SOURCE_DIR}/src/reading/embedded_acts.S
  ${PROJECT_SOURCE_DIR}/src/brief/embedded_matters.S)
add_library(volteface::volteface ALIAS volteface)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/record/embedded_record.S PROPERTIES
  OBJECT_DEPENDS ${VOLTEFACE_RECORD}
  COMPILE_DEFINITIONS "VOLTEFACE_RECORD=\"${VOLTEFACE_RECORD}\"")
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/language/embedded_english.S PROPERTIES
  OBJECT_DEPENDS "${PROJECT_SOURCE_DIR}/data/english.vfl;${PROJECT_SOURCE_DIR}/data/actors.vfa"
  COMPILE_DEFINITIONS "VOLTEFACE_ENGLISH=\"${PROJECT_SOURCE_DIR}/data/english.vfl\";VOLTEFACE_ACTORS=\"${PROJECT_SOURCE_DIR}/data/actors.vfa\"")
file(GLOB VOLTEFACE_TABLES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/reading/*.tsv)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/reading/embedded_tables.S PROPERTIES
  OBJECT_DEPENDS "${VOLTEFACE_TABLES}"
  COMPILE_OPTIONS "-I${PROJECT_SOURCE_DIR}/data")
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/reading/embedded_acts.S PROPERTIES
  OBJECT_DEPENDS "${PROJECT_SOURCE_DIR}/data/acts.vfw"
  COMPILE_OPTIONS "-I${PROJECT_SOURCE_DIR}/data")
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/brief/embedded_matters.S PROPERTIES
  OBJECT_DEPENDS "${PROJECT_SOURCE_DIR}/data/matters.tsv"
  COMPILE_OPTIONS "-I${PROJECT_SOURCE_DIR}/data")
target_compile_features(volteface PUBLIC cxx_std_20)
target_include_directories(volteface
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
         $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
         $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
  PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(volteface PRIVATE $<BUILD_INTERFACE:volteface_options> ${VOLTEFACE_BUILT_WITH})

# What answers over HTTP: a library of its own, so that who links ours needs no HTTP.
file(GLOB VOLTEFACE_SERVE_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/serve/*.cpp)
add_library(volteface_serve STATIC ${VOLTEFACE_SERVE_SOURCES}
  ${PROJECT_SOURCE_DIR}/src/serve/embedded_shapes.S ${PROJECT_SOURCE_DIR}/src/serve/embedded_page.S)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/serve/embedded_page.S PROPERTIES
  OBJECT_DEPENDS ${PROJECT_SOURCE_DIR}/data/page.vfp
  COMPILE_OPTIONS "-I${PROJECT_SOURCE_DIR}/data")
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/serve/embedded_shapes.S PROPERTIES
  OBJECT_DEPENDS ${PROJECT_SOURCE_DIR}/src/serve/shapes.json
  COMPILE_OPTIONS "-I${PROJECT_SOURCE_DIR}/src/serve")
target_include_directories(volteface_serve PUBLIC ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(volteface_serve
  PUBLIC volteface nlohmann_json::nlohmann_json
  PRIVATE volteface_options fmt::fmt ZLIB::ZLIB PkgConfig::xxhash PkgConfig::httplib)
target_compile_options(volteface_serve PRIVATE -Os)  # as what tells
target_precompile_headers(volteface_serve PRIVATE <fmt/format.h> <nlohmann/json.hpp> <string> <vector>)
