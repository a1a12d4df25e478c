# The command line, and the tools that build data/.
file(GLOB VOLTEFACE_CLI_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.cpp)
add_executable(volteface_cli ${VOLTEFACE_CLI_SOURCES})
set_target_properties(volteface_cli PROPERTIES OUTPUT_NAME volteface)
target_include_directories(volteface_cli PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(volteface_cli PRIVATE
  volteface volteface_options fmt::fmt nlohmann_json::nlohmann_json TBB::tbb)

add_executable(build_record EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tools/build_record.cpp)
target_include_directories(build_record PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(build_record PRIVATE volteface volteface_options fmt::fmt)
