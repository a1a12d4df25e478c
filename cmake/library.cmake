# The library: everything in src/ but the command line.
file(GLOB VOLTEFACE_SOURCES CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/record/*.cpp
  ${PROJECT_SOURCE_DIR}/src/agreement/*.cpp
  ${PROJECT_SOURCE_DIR}/src/ideal/*.cpp
  ${PROJECT_SOURCE_DIR}/src/turn/*.cpp
  ${PROJECT_SOURCE_DIR}/src/reading/*.cpp
  ${PROJECT_SOURCE_DIR}/src/language/*.cpp
  ${PROJECT_SOURCE_DIR}/src/brief/*.cpp)

configure_file(${PROJECT_SOURCE_DIR}/include/volteface/version.h.in
               ${PROJECT_BINARY_DIR}/include/volteface/version.h @ONLY)

add_library(volteface STATIC ${VOLTEFACE_SOURCES} ${PROJECT_SOURCE_DIR}/src/record/embedded_record.S
  ${PROJECT_SOURCE_DIR}/src/language/embedded_english.S
  ${PROJECT_SOURCE_DIR}/src/reading/embedded_tables.S
  ${PROJECT_SOURCE_DIR}/src/brief/embedded_matters.S)
add_library(volteface::volteface ALIAS volteface)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/record/embedded_record.S PROPERTIES
  OBJECT_DEPENDS ${VOLTEFACE_RECORD}
  COMPILE_DEFINITIONS "VOLTEFACE_RECORD=\"${VOLTEFACE_RECORD}\"")
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/language/embedded_english.S PROPERTIES
  OBJECT_DEPENDS "${PROJECT_SOURCE_DIR}/data/english.vfl;${PROJECT_SOURCE_DIR}/data/actors.vfa"
  COMPILE_DEFINITIONS "VOLTEFACE_ENGLISH=\"${PROJECT_SOURCE_DIR}/data/english.vfl\";VOLTEFACE_ACTORS=\"${PROJECT_SOURCE_DIR}/data/actors.vfa\"")
# What tells and draws is not where the time goes, and is a fifth smaller so.
file(GLOB VOLTEFACE_TELLING_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/brief/*.cpp
  ${PROJECT_SOURCE_DIR}/src/cli/*.cpp)
set_source_files_properties(${VOLTEFACE_TELLING_SOURCES} PROPERTIES COMPILE_OPTIONS -Os)
file(GLOB VOLTEFACE_READING_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/reading/*.cpp)
set_source_files_properties(${VOLTEFACE_READING_SOURCES} PROPERTIES COMPILE_OPTIONS -O2)
file(GLOB VOLTEFACE_TABLES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/reading/*.tsv)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/reading/embedded_tables.S PROPERTIES
  OBJECT_DEPENDS "${VOLTEFACE_TABLES}"
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
target_link_libraries(volteface PRIVATE
  $<BUILD_INTERFACE:volteface_options>
  fmt::fmt TBB::tbb EXPAT::EXPAT ZLIB::ZLIB ICU::uc
  $<BUILD_INTERFACE:Eigen3::Eigen> $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>
  PkgConfig::zstd PkgConfig::xxhash PkgConfig::hwy PkgConfig::gumbo PkgConfig::simdjson)
target_precompile_headers(volteface PRIVATE <fmt/format.h> <algorithm> <functional> <map> <string> <vector>)

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
target_precompile_headers(volteface_serve PRIVATE <fmt/format.h> <nlohmann/json.hpp> <string> <vector>)
