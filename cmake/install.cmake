# What `make install` puts where, and the package that find_package(volteface) finds.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/volteface)

install(TARGETS volteface_cli RUNTIME)
install(TARGETS volteface EXPORT volteface_targets ARCHIVE)
# CMake strips programs alone; an archive must keep what it is linked by.
install(CODE "if(CMAKE_INSTALL_DO_STRIP AND NOT \"${CMAKE_STRIP}\" STREQUAL \"\")
  execute_process(COMMAND \"${CMAKE_STRIP}\" --strip-unneeded
    \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/$<TARGET_FILE_NAME:volteface>\")
endif()")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/volteface TYPE INCLUDE FILES_MATCHING PATTERN "*.h")
install(FILES ${PROJECT_BINARY_DIR}/include/volteface/version.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/volteface)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ TYPE DOC)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
              ${PROJECT_SOURCE_DIR}/LICENSE TYPE DOC)
install(FILES ${PROJECT_SOURCE_DIR}/data/README.md TYPE DOC RENAME DATA.md)

install(EXPORT volteface_targets NAMESPACE volteface:: FILE volteface-targets.cmake
        DESTINATION ${package_folder})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/volteface-config.cmake.in
                              ${PROJECT_BINARY_DIR}/volteface-config.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/volteface-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/volteface-config.cmake
              ${PROJECT_BINARY_DIR}/volteface-config-version.cmake
        DESTINATION ${package_folder})
