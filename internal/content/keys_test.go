package content

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestKeysOfHoldsEveryKey asks that what is written down of the decoders holds every key
// that their code names: none may hide behind a branch that is taken only with a file.
func TestKeysOfHoldsEveryKey(t *testing.T) {
	var known []string
	for _, kind := range Kinds() {
		known = append(known, namesIn(&Value{Keys: KeysOf(kind)})...)
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range asking.FindAllStringSubmatch(string(text), -1) {
			if named++; !slices.Contains(known, call[2]) {
				t.Errorf("%s: %s is asked for `%s`, which KeysOf does not know", file, call[1], call[2])
			}
		}
	}
	if named < 200 {
		t.Errorf("only %d calls were found", named)
	}
}

func namesIn(v *Value) []string {
	var names []string
	for ; v != nil; v = v.Or {
		if v.Keys != nil {
			for _, k := range v.Keys.Keys {
				names = append(append(names, k.Name), namesIn(&k.Value)...)
			}
		}
		names = append(names, namesIn(v.Each)...)
	}
	return names
}

func TestKeysOf(t *testing.T) {
	if KeysOf("workout") != nil {
		t.Error("there are keys of a kind that does not exist")
	}
	row := KeysOf("programme").At("sessions", "a", "exercises")
	if row == nil || row.Form != Keys || !row.List {
		t.Fatalf("a session's exercises: %+v", row)
	}
	if k := row.Keys.Find("exercise"); k == nil || !k.Required || k.Value.Form != Ref || k.Value.Of != "exercise" {
		t.Errorf("a row's exercise: %+v", k)
	}
	if k := row.Keys.Find("dose"); k == nil || k.Unless != "reps" || k.Value.Form != Notation {
		t.Errorf("a row's dose: %+v", k)
	}
	if v := KeysOf("exercise").At("substitutes", "for"); v == nil || v.Form != Ref || !v.Staged {
		t.Errorf("for whom a substitute is: %+v", v)
	}
	if v := KeysOf("exercise").At("figure", "start", "left", "knee"); v == nil || v.Form != Decimal || v.Max != 150 {
		t.Errorf("a knee: %+v", v)
	}
	if v := KeysOf("exercise").At("title", "a"); v != nil {
		t.Errorf("below a text: %+v", v)
	}
}
