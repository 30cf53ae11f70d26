package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// conforms checks a JSON text against a schema.
func conforms(t testing.TB, schema *jsonschema.Schema, text string) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
}

func compiled(t testing.TB, text string) *jsonschema.Schema {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", value); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestJSONConformsToItsSchema(t *testing.T) {
	schema := compiled(t, Schema())
	conforms(t, schema, printed(t, Printer{}, JSON))
	conforms(t, schema, printed(t, Printer{Files: 148}, JSON, mixed(t)...))
	for _, broken := range []string{`{}`, `{"version": 2, "summary": {}, "diagnostics": []}`,
		strings.Replace(printed(t, Printer{}, JSON, mixed(t)...), `"related": []`, `"related": null`, 1),
		strings.Replace(printed(t, Printer{}, JSON, mixed(t)...), `"column": 1,`, `"column": 0,`, 1)} {
		value, _ := jsonschema.UnmarshalJSON(strings.NewReader(broken))
		if schema.Validate(value) == nil {
			t.Errorf("the schema allows %s", broken)
		}
	}
}

func TestJSONOfNothing(t *testing.T) {
	want := `{
  "version": 1,
  "summary": {
    "errors": 0,
    "warnings": 0,
    "infos": 0,
    "files": 3,
    "silenced": 0
  },
  "diagnostics": []
}
`
	same(t, want, printed(t, Printer{Files: 3}, JSON))
}

func TestJSONSaysAll(t *testing.T) {
	list := mixed(t)
	var report map[string]any
	if err := json.Unmarshal([]byte(printed(t, Printer{Files: 148}, JSON, list...)), &report); err != nil {
		t.Fatal(err)
	}
	same(t, any(map[string]any{"errors": 2.0, "warnings": 1.0, "infos": 1.0, "files": 148.0, "silenced": 1.0}), report["summary"])
	found := report["diagnostics"].([]any)
	if !strings.Contains(printed(t, Printer{}, JSON, list...), "<b>") {
		t.Error("< is hard to read")
	}
	same(t, 5, len(found))
	place := func(line, column, offset float64) any {
		return map[string]any{"line": line, "column": column, "offset": offset}
	}
	location := map[string]any{"file": "programmes/a b: 50%.md", "start": place(1, 7, 9), "end": place(1, 15, 17)}
	other := map[string]any{"file": "programmes/a b: 50%.md", "start": place(2, 1, 19), "end": place(2, 7, 27)}
	nowhere := map[string]any{"file": "", "start": place(1, 1, 0), "end": place(1, 1, 0)}
	edit := map[string]any{"file": "programmes/a b: 50%.md", "start": 13.0, "end": 17.0, "text": "8-12"}
	fix := map[string]any{"title": "write 8-12", "safe": true, "edits": []any{edit}}
	same(t, any(map[string]any{
		"code": "P03", "name": "descending-range", "severity": "error", "cause": "N04",
		"message":  "`12-8` descends: {0} | \"quoted\" <b>",
		"location": location,
		"related": []any{
			map[string]any{"location": other, "message": "beside this"},
			map[string]any{"location": nowhere, "message": "nowhere"},
		},
		"notes": []any{"write 8-12", "a range goes up"}, "help": "", "suggestions": []any{"8-12"},
		"fixes": []any{fix, fix, map[string]any{"title": "leave", "safe": false, "edits": []any{
			map[string]any{"file": "", "start": 0.0, "end": 0.0, "text": "x"},
		}}},
		"silenced": nil, "fingerprint": Fingerprints(list)[0],
	}), found[1])
	same(t, any(map[string]any{
		"reason": "circuit", "by": "A. Nurse", "role": "physiotherapist", "date": "2026-11-01",
		"until": "2027-11-01", "location": other,
	}), found[3].(map[string]any)["silenced"])
	same(t, any(nowhere), found[0].(map[string]any)["location"])
}
