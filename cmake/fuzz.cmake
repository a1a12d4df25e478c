# One libFuzzer program for each fuzz/<name>_fuzz.cpp; `make fuzz` runs each for 60 seconds.
file(GLOB fuzzers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*_fuzz.cpp)
foreach(source ${fuzzers})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/fuzz)
  target_link_libraries(${name} PRIVATE volteface volteface_options PkgConfig::zstd PkgConfig::xxhash)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endforeach()
