# Timings, in CPU seconds; never part of the tests. `make bench` builds and runs all.
add_custom_target(benches)
add_dependencies(benches measure write_undl_layout)  # tools that the scripts use
find_package(benchmark QUIET)
if(benchmark_FOUND)
  file(GLOB bench_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*_bench.cpp)
  foreach(source ${bench_sources})
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} EXCLUDE_FROM_ALL ${source})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} PRIVATE volteface volteface_options benchmark::benchmark_main fmt::fmt)
    add_dependencies(benches ${name})
  endforeach()
endif()
