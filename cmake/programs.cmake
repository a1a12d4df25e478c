# The command line, and the tools that build and check data/.
file(GLOB VOLTEFACE_CLI_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli/*.cpp)
add_executable(volteface_cli ${VOLTEFACE_CLI_SOURCES})
set_target_properties(volteface_cli PROPERTIES OUTPUT_NAME volteface)
target_include_directories(volteface_cli PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(volteface_cli PRIVATE
  volteface volteface_serve volteface_options fmt::fmt nlohmann_json::nlohmann_json TBB::tbb)
target_compile_options(volteface_cli PRIVATE -Os)  # as what tells
target_precompile_headers(volteface_cli PRIVATE <CLI/CLI.hpp> <fmt/format.h> <nlohmann/json.hpp>)

# The Library's layout, for a tool and a test.
add_library(undl_layout STATIC EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tools/undl_layout.cpp)
target_include_directories(undl_layout INTERFACE ${PROJECT_SOURCE_DIR}/tools)
target_link_libraries(undl_layout PUBLIC volteface PRIVATE volteface_options fmt::fmt)

file(GLOB tool_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/*.cpp)
list(REMOVE_ITEM tool_sources ${PROJECT_SOURCE_DIR}/tools/undl_layout.cpp ${PROJECT_SOURCE_DIR}/tools/turn_scoring.cpp)
foreach(source ${tool_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${source})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PRIVATE volteface volteface_options fmt::fmt Eigen3::Eigen)
endforeach()
target_link_libraries(write_undl_layout PRIVATE undl_layout)
target_link_libraries(learn_change_scales PRIVATE Eigen3::Eigen)
target_sources(score_turns PRIVATE ${PROJECT_SOURCE_DIR}/tools/turn_scoring.cpp)

# The trainer of the English model, and what measures it.
add_library(language_training STATIC EXCLUDE_FROM_ALL
  ${PROJECT_SOURCE_DIR}/tools/language/annotated.cpp
  ${PROJECT_SOURCE_DIR}/tools/language/averaged_trainer.cpp
  ${PROJECT_SOURCE_DIR}/tools/language/shared_task.cpp
  ${PROJECT_SOURCE_DIR}/tools/language/train_lemmas.cpp
  ${PROJECT_SOURCE_DIR}/tools/language/train_parser.cpp
  ${PROJECT_SOURCE_DIR}/tools/language/train_splitters.cpp
  ${PROJECT_SOURCE_DIR}/tools/language/train_tagger.cpp
  ${PROJECT_SOURCE_DIR}/tools/language/training_data.cpp)
target_include_directories(language_training PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tools/language)
target_link_libraries(language_training PUBLIC volteface PRIVATE volteface_options fmt::fmt)
foreach(name train_english build_actors evaluate_language)
  add_executable(${name} EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tools/language/${name}.cpp)
  target_link_libraries(${name} PRIVATE language_training volteface_options fmt::fmt)
endforeach()
target_sources(evaluate_language PRIVATE
  ${PROJECT_SOURCE_DIR}/tools/language/evaluate_dates.cpp
  ${PROJECT_SOURCE_DIR}/tools/language/evaluate_persons.cpp)
target_link_libraries(evaluate_language PRIVATE nlohmann_json::nlohmann_json)

# What measures the reading of reports.
add_executable(evaluate_plover EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tools/reading/evaluate_plover.cpp)
target_link_libraries(evaluate_plover PRIVATE volteface volteface_options fmt::fmt nlohmann_json::nlohmann_json)

# The trainer of the weights of acts; LIBLINEAR is asked for only where they are to be made anew.
find_library(LIBLINEAR linear)
if(LIBLINEAR)
  add_executable(train_acts EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tools/reading/train_acts.cpp)
  target_include_directories(train_acts PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(train_acts PRIVATE
    volteface volteface_options fmt::fmt nlohmann_json::nlohmann_json ${LIBLINEAR})
endif()

# What packs the page that npm built from web/ into data/page.vfp.
add_executable(pack_page EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tools/serve/pack_page.cpp
  ${PROJECT_SOURCE_DIR}/src/serve/page_sources.cpp)
target_include_directories(pack_page PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(pack_page PRIVATE volteface volteface_options fmt::fmt ZLIB::ZLIB PkgConfig::xxhash)
