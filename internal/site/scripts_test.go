package site

import (
	"io/fs"
	"strings"
	"testing"

	"regimen/static"
)

func TestBareScript(t *testing.T) {
	tests := []struct{ name, script, want string }{
		{"comments", "/** What it is. */\nimport {a} from \"./a.js\";\n\n// why\nfunction f() {\n  /*\n   * more\n   */\n  return a; // here\n}\n",
			"import {a} from \"./a.js\";\nfunction f() {\nreturn a; // here\n}\n"},
		{"marks in a text", "const url = \"https://x/*\";\nconst glob = \"*/\";\n", "const url = \"https://x/*\";\nconst glob = \"*/\";\n"},
		{"code behind one", "/* a */ f();\ng(); /* b\n*/\n", "/* a */ f();\ng(); /* b\n*/\n"},
		{"a text over lines", "const a = `one\n  // two`;\n", "const a = `one\n  // two`;\n"},
	}
	for _, test := range tests {
		if got := string(bareScript([]byte(test.script))); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestEveryScriptIsBare asks that all scripts of the site can do without their comments.
func TestEveryScriptIsBare(t *testing.T) {
	names, err := fs.Glob(static.FS, "js/*.js")
	if err != nil || len(names) < 40 {
		t.Fatal(len(names), err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(static.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if bare := string(bareScript(text)); strings.HasPrefix(bare, "/*") || strings.Contains(bare, "\n/*") || strings.Contains(bare, "\n ") {
			t.Errorf("%s keeps comments or indents", name)
		}
	}
}
