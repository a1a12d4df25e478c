# The command line, and the tools that build and check data/.
file(GLOB VOLTEFACE_CLI_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.cpp)
add_executable(volteface_cli ${VOLTEFACE_CLI_SOURCES})
set_target_properties(volteface_cli PROPERTIES OUTPUT_NAME volteface)
target_include_directories(volteface_cli PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(volteface_cli PRIVATE
  volteface volteface_options fmt::fmt nlohmann_json::nlohmann_json TBB::tbb)

file(GLOB tool_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/*.cpp)
foreach(source ${tool_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PRIVATE volteface volteface_options fmt::fmt)
endforeach()
