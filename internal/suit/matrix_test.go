package suit_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"

	"regimen/internal/regimen"
	"regimen/internal/suit"
)

func TestEveryCellOfTheReference(t *testing.T) {
	ref := readReference(t)
	table := suit.Matrix(newLibrary(t))
	cells := 0
	for _, line := range table.Lines {
		for i, got := range line.Cells {
			cells++
			id, key := line.Exercise.ID, table.Columns[i].Key()
			want, found := ref.Expected[id][key]
			because := causes(got.Because)
			if !found || got.Usual.String() != want.Usual || got.Heavy.String() != want.Heavy ||
				!slices.Equal(because, want.Because) {
				t.Errorf("%s at %s: %v, heavy %v, because %q; want %+v", id, key, got.Usual, got.Heavy, because, want)
			}
		}
	}
	if cells != 34*11 {
		t.Errorf("%d cells, want 374", cells)
	}
}

func causes(list []suit.Cause) []string {
	var out []string
	for _, c := range list {
		out = append(out, c.String())
	}
	return out
}

// The printed table is the reference file's own, key for key.
func TestMatrixAsJSON(t *testing.T) {
	lib := newLibrary(t)
	var out bytes.Buffer
	if err := suit.Matrix(lib).WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/suitability.json")
	if err != nil {
		t.Fatal(err)
	}
	var got, want map[string]any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got["schema"] != 1.0 || !reflect.DeepEqual(got["expected"], want["expected"]) {
		t.Error("the printed table differs from the reference")
	}
	if !bytes.HasPrefix(out.Bytes(), []byte("{\n \"schema\": 1,\n \"expected\": {\n  \"90-90-hip-stretch\": {\n   \"disc-related/irritable\": {\n    \"usual\": \"caution\",")) {
		t.Errorf("the table begins %.200s", out.Bytes())
	}
	slices.Reverse(lib.Exercises)
	slices.Reverse(lib.Conditions)
	var again bytes.Buffer
	if err := suit.Matrix(lib).WriteJSON(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the order of the library shows in the table")
	}
}

// A cell that an override decided has no causes of the model's.
func TestMatrixWithOverride(t *testing.T) {
	lib := newLibrary(t)
	c, _ := at(t, lib, "disc-related/irritable")
	c.Overrides = []regimen.Override{reviewed("sit-up", "irritable", "caution")}
	for _, line := range suit.Matrix(lib).Lines {
		if cell := line.Cells[0]; line.Exercise.ID == "sit-up" && (cell.Usual != suit.Caution || cell.Because != nil) {
			t.Errorf("%+v", cell)
		}
	}
}

func BenchmarkMatrix(b *testing.B) {
	lib := newLibrary(b)
	reference := lib.Exercises
	lib.Exercises = nil
	for i := range 10_000 {
		e := *reference[i%len(reference)]
		e.ID = fmt.Sprintf("exercise-%05d", i)
		lib.Exercises = append(lib.Exercises, &e)
	}
	for b.Loop() {
		if t := suit.Matrix(lib); len(t.Columns) != 11 {
			b.Fatal(len(t.Columns))
		}
	}
}
