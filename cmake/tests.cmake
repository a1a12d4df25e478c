# One test program for each tests/<part>/ folder of the library.
find_package(GTest REQUIRED)
include(GoogleTest)
file(GLOB parts LIST_DIRECTORIES true RELATIVE ${PROJECT_SOURCE_DIR}/tests CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/tests/*)
foreach(part ${parts})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${part}/*_test.cpp)
  if(sources)
    add_executable(${part}_test ${sources})
    target_include_directories(${part}_test PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${part}_test PRIVATE
      volteface volteface_options GTest::gtest_main fmt::fmt nlohmann_json::nlohmann_json TBB::tbb ZLIB::ZLIB
      PkgConfig::zstd PkgConfig::xxhash Eigen3::Eigen)
    target_compile_definitions(${part}_test PRIVATE
      VOLTEFACE_PROGRAM="$<TARGET_FILE:volteface_cli>" VOLTEFACE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    # Tests are compiled more often than they run long.
    target_compile_options(${part}_test PRIVATE -O1)
    add_dependencies(${part}_test volteface_cli)
    # Compiled once, for the first of them.
    if(part_with_headers)
      target_precompile_headers(${part}_test REUSE_FROM ${part_with_headers})
    else()
      target_precompile_headers(${part}_test PRIVATE <gtest/gtest.h> <fmt/format.h> <nlohmann/json.hpp>)
      set(part_with_headers ${part}_test)
    endif()
    gtest_discover_tests(${part}_test PROPERTIES TIMEOUT 300 DISCOVERY_TIMEOUT 60)
  endif()
endforeach()
target_link_libraries(record_test PRIVATE undl_layout)
target_link_libraries(language_test PRIVATE language_training)
target_link_libraries(serve_test PRIVATE volteface_serve)

# find_package(volteface) as a stranger uses it.
add_test(NAME package COMMAND ${PROJECT_SOURCE_DIR}/tests/package/run.sh ${PROJECT_BINARY_DIR}
  ${PROJECT_BINARY_DIR}/package-test $<$<BOOL:${VOLTEFACE_SANITIZE}>:-fsanitize=address,undefined>)
set_tests_properties(package PROPERTIES TIMEOUT 300)

# What README.md and docs/ show is what the program prints.
file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/docs/*.md)
add_test(NAME examples
  COMMAND ${PROJECT_SOURCE_DIR}/tests/examples.sh $<TARGET_FILE:volteface_cli> ${pages})
