package site_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	reference "regimen/content"
)

// TestLogBackupSchema validates a backup, as the log page writes it, against the published
// schema, and backups that no log page writes. static/js/tests/backup.test.js holds the
// file to what the scripts write.
func TestLogBackupSchema(t *testing.T) {
	text, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, build(t, reference.FS, ""), "data/log-backup.schema.json")))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("log-backup.schema.json", text); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("log-backup.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	backup, err := os.ReadFile("../../static/js/tests/fixtures/backup.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(text string) error {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(value)
	}
	if err := valid(string(backup)); err != nil {
		t.Error(err)
	}
	for _, change := range [][2]string{
		{`"format":"regimen-log"`, `"format":"other"`}, {`"schema":1`, `"schema":2`}, {`"load":"22.5"`, `"load":22.5`}, {`"load":"22.5"`, `"load":"heavy"`},
		{`"side":"L"`, `"side":"M"`}, {`"amount":10`, `"amount":-1`}, {`"unit":"kg"`, `"unit":"stone"`}, {`"day":"2026-03-28"`, `"day":"today"`},
		{`"counter":5`, `"counter":0`}, {`"before":2`, `"before":11`}, {`"exercises":[]`, `"exercises":{}`}, {`"01JQ000000AAAA":1`, `"a b":1`},
		{`"note":"front`, `"more":1,"note":"front`}, {`"site":"stronger-back",`, ``},
	} {
		if !strings.Contains(string(backup), change[0]) {
			t.Fatalf("the backup holds no %s", change[0])
		}
		changed := strings.Replace(string(backup), change[0], change[1], 1)
		if !json.Valid([]byte(changed)) {
			t.Fatalf("%s makes it no JSON", change[1])
		}
		if valid(changed) == nil {
			t.Errorf("%s in place of %s is valid", change[1], change[0])
		}
	}
}
