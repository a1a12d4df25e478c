#include "serve/openapi.h"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

#include "serve/endpoint.h"
#include "volteface/version.h"

extern "C" {
extern const char volteface_shapes_begin[];
extern const char volteface_shapes_end[];
}

namespace volteface::serve {
namespace {

const Json& shapes() {
  static const Json all = Json::parse(volteface_shapes_begin, volteface_shapes_end);
  return all;
}

Json with_taken(const Json& shape) {
  Json out = Json::object();
  for (const auto& [name, type] : shape.items()) {
    if (name != "+") {
      out[name] = type;
      continue;
    }
    for (const Json& taken : type) add_fields(out, shape_named(taken.get<std::string>()));
  }
  return out;
}

Json nullable(Json schema) {
  if (schema.contains("type")) {
    schema["type"] = {schema["type"], "null"};
    return schema;
  }
  return {{"anyOf", {schema, {{"type", "null"}}}}};
}

Json reference_to(const std::string& shape) { return {{"$ref", "#/components/schemas/" + shape}}; }

Json schema_of_name(std::string name) {
  const bool may_be_null = name.ends_with('?');
  if (may_be_null) name.pop_back();
  Json schema;
  if (name.find('|') != std::string::npos) {
    schema["oneOf"] = Json::array();
    std::istringstream names(name.substr(1));
    for (std::string one; std::getline(names, one, '|');)
      schema["oneOf"].push_back(reference_to(one));
  } else if (name.starts_with('#')) {
    schema = reference_to(name.substr(1));
  } else if (name == "date") {
    schema = {{"type", "string"}, {"format", "date"}};
  } else {
    schema = {{"type", name}};
  }
  return may_be_null ? nullable(schema) : schema;
}

Json schema_of(const Json& type) {
  if (type.is_string()) return schema_of_name(type.get<std::string>());
  if (type.is_array()) return {{"type", "array"}, {"items", schema_of(type[0])}};
  Json schema = {{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
  const Json fields = with_taken(type);
  for (const auto& [name, field] : fields.items()) {
    schema["properties"][name] = schema_of(field);
    schema["required"].push_back(name);
  }
  schema["additionalProperties"] = false;
  return schema;
}

Json parameter_schema(const Parameter& p) {
  Json schema;
  switch (p.kind) {
    case ParameterKind::whole:
      schema = {{"type", "integer"}};
      break;
    case ParameterKind::number:
      schema = {{"type", "number"}};
      break;
    case ParameterKind::flag:
      schema = {{"type", "string"}, {"enum", {"0", "1"}}};
      break;
    case ParameterKind::one_of:
      schema = {{"type", "string"}, {"enum", p.choices}};
      break;
    case ParameterKind::date_from:
    case ParameterKind::date_until:
      schema = {{"type", "string"}, {"pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}};
      break;
    default:
      schema = {{"type", "string"}, {"maxLength", 200}};
  }
  if (p.kind == ParameterKind::whole || p.kind == ParameterKind::number) {
    schema["minimum"] = p.least;
    schema["maximum"] = p.most;
  }
  if (!p.standard.empty()) {
    const bool is_text = schema["type"] == "string";
    schema["default"] = is_text ? Json(p.standard) : Json::parse(p.standard);
  }
  return schema;
}

std::string plain_path(std::string_view path) {
  std::string out(path);
  if (const auto dots = out.find("..."); dots != std::string::npos) out.erase(dots, 3);
  return out;
}

Json parameters_of(const Endpoint& endpoint) {
  Json list = Json::array();
  const std::string path = plain_path(endpoint.path);
  for (std::size_t at = 0; (at = path.find('{', at)) != std::string::npos; ++at) {
    list.push_back({{"name", path.substr(at + 1, path.find('}', at) - at - 1)},
                    {"in", "path"},
                    {"required", true},
                    {"schema", {{"type", "string"}}}});
  }
  for (const Parameter& p : endpoint.parameters) {
    list.push_back({{"name", p.name},
                    {"in", "query"},
                    {"required", false},
                    {"description", p.description},
                    {"schema", parameter_schema(p)}});
  }
  return list;
}

Json json_content(const std::string& schema) {
  return {{"application/json", {{"schema", {{"$ref", "#/components/schemas/" + schema}}}}}};
}

Json operation_of(const Endpoint& endpoint) {
  Json answers;
  answers["200"] = {{"description", "found"},
                    {"content", json_content(std::string(endpoint.shape))}};
  for (const auto& [status, meaning] :
       {std::pair{"400", "the query is malformed"}, std::pair{"404", "there is no such thing"}}) {
    answers[status] = {{"description", meaning}, {"content", json_content("Refusal")}};
  }
  if (endpoint.needs_all_turns) {
    answers["503"] = {{"description", "the turns of all states are still being found"},
                      {"content", json_content("Refusal")}};
  }
  return {{"get",
           {{"summary", endpoint.summary},
            {"parameters", parameters_of(endpoint)},
            {"responses", answers}}}};
}

Json refusal_schema() {
  return {{"type", "object"},
          {"required", {"error"}},
          {"properties",
           {{"error",
             {{"type", "object"},
              {"required", {"status", "message"}},
              {"properties",
               {{"status", {{"type", "integer"}}},
                {"message", {{"type", "string"}}},
                {"expected", {{"type", "string"}}},
                {"share", {{"type", "number"}}}}}}}}}};
}

}  // namespace

Json shape_named(std::string_view name) {
  const auto shape = shapes().find(std::string(name));
  if (shape == shapes().end()) throw std::logic_error(fmt::format("no shape {}", name));
  return with_taken(*shape);
}

std::vector<std::string> columns_of(std::string_view shape) {
  const Json whole = shape_named(shape);
  const Json& row = whole.at("rows").at(0);
  const Json fields =
      row.is_string() ? shape_named(row.get<std::string>().substr(1)) : with_taken(row);
  std::vector<std::string> columns;
  for (const auto& [name, type] : fields.items()) columns.push_back(name);
  return columns;
}

Json openapi_description() {
  Json json;
  json["openapi"] = "3.1.0";
  json["info"] = {
      {"title", "volteface"},
      {"version", version()},
      {"description",
       "Who stands with whom in the United Nations, when a state turned, and who says why. Every "
       "address also answers with .csv behind its path: the rows of the answer."}};
  json["servers"] = Json::array({{{"url", "/api/v1"}}});
  json["paths"] = Json::object();
  for (const Endpoint& endpoint : endpoints())
    json["paths"][plain_path(endpoint.path)] = operation_of(endpoint);
  Json& schemas = json["components"]["schemas"] = Json::object();
  for (const auto& [name, shape] : shapes().items()) schemas[name] = schema_of(shape);
  schemas["Refusal"] = refusal_schema();
  return json;
}

}  // namespace volteface::serve
