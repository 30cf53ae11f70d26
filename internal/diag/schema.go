package diag

import _ "embed"

//go:embed check.schema.json
var schema string

// Schema is the JSON Schema (draft 2020-12) of the json format.
func Schema() string { return schema }
