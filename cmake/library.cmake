# The library: everything in src/ but the command line.
file(GLOB VOLTEFACE_SOURCES CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/record/*.cpp
  ${PROJECT_SOURCE_DIR}/src/agreement/*.cpp
  ${PROJECT_SOURCE_DIR}/src/ideal/*.cpp
  ${PROJECT_SOURCE_DIR}/src/turn/*.cpp
  ${PROJECT_SOURCE_DIR}/src/reading/*.cpp
  ${PROJECT_SOURCE_DIR}/src/brief/*.cpp)

configure_file(${PROJECT_SOURCE_DIR}/include/volteface/version.h.in
               ${PROJECT_BINARY_DIR}/include/volteface/version.h @ONLY)

add_library(volteface STATIC ${VOLTEFACE_SOURCES} ${PROJECT_SOURCE_DIR}/src/record/embedded_record.S)
add_library(volteface::volteface ALIAS volteface)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/record/embedded_record.S PROPERTIES
  OBJECT_DEPENDS ${VOLTEFACE_RECORD}
  COMPILE_DEFINITIONS "VOLTEFACE_RECORD=\"${VOLTEFACE_RECORD}\"")
target_compile_features(volteface PUBLIC cxx_std_20)
target_include_directories(volteface
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
         $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
         $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
  PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(volteface PRIVATE
  $<BUILD_INTERFACE:volteface_options>
  fmt::fmt TBB::tbb EXPAT::EXPAT ZLIB::ZLIB
  $<BUILD_INTERFACE:Eigen3::Eigen> $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>
  PkgConfig::zstd PkgConfig::xxhash PkgConfig::hwy PkgConfig::gumbo PkgConfig::simdjson)
