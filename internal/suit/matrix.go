package suit

import (
	"encoding/json"
	"io"

	"regimen/internal/regimen"
)

// Table is the verdict of every exercise at every stage of every condition. Cells
// stand in the order of Columns.
type Table struct {
	Columns []Column
	Lines   []Line
}

// Column is one stage of one condition.
type Column struct {
	Condition *regimen.Condition
	Stage     *regimen.Stage
}

// Key names the column, "disc-related/irritable".
func (c Column) Key() string { return c.Condition.ID + "/" + c.Stage.ID }

// Line is one exercise across all columns.
type Line struct {
	Exercise *regimen.Exercise
	Cells    []Cell
}

// Cell is the verdict at the usual load class and at heavy. Because explains the
// usual one; it is empty where an override decided.
type Cell struct {
	Usual, Heavy Verdict
	Because      []Cause
}

// Matrix judges every exercise of a library at every stage, in the library's order.
func Matrix(lib *regimen.Library) *Table {
	t := &Table{Lines: make([]Line, len(lib.Exercises))}
	for _, c := range lib.Conditions {
		for _, s := range c.Stages {
			t.Columns = append(t.Columns, Column{c, s})
		}
	}
	cells := make([]Cell, len(t.Lines)*len(t.Columns))
	for i, e := range lib.Exercises {
		t.Lines[i] = Line{e, cells[:len(t.Columns):len(t.Columns)]}
		cells = cells[len(t.Columns):]
		for k, c := range t.Columns {
			t.Lines[i].Cells[k] = cellOf(e, c)
		}
	}
	return t
}

func cellOf(e *regimen.Exercise, c Column) Cell {
	usual := Judge(e, c.Condition, c.Stage, e.UsualLoad)
	cell := Cell{Usual: usual.Verdict, Heavy: decide(e, c.Condition, c.Stage, regimen.Heavy).Verdict}
	if usual.Override == nil {
		cell.Because = usual.Causes
	}
	return cell
}

type cellJSON struct {
	Usual   string   `json:"usual"`
	Heavy   string   `json:"heavy"`
	Because []string `json:"because"`
}

// WriteJSON prints `{"schema": 1, "expected": {exercise: {condition/stage: cell}}}`
// with sorted keys. Its error is the writer's.
func (t *Table) WriteJSON(w io.Writer) error {
	// The encoder sorts the keys of maps.
	expected := make(map[string]map[string]cellJSON, len(t.Lines))
	for _, l := range t.Lines {
		line := make(map[string]cellJSON, len(l.Cells))
		for i, c := range l.Cells {
			line[t.Columns[i].Key()] = c.json()
		}
		expected[l.Exercise.ID] = line
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(struct {
		Schema   int                            `json:"schema"`
		Expected map[string]map[string]cellJSON `json:"expected"`
	}{1, expected})
}

func (c Cell) json() cellJSON {
	because := make([]string, len(c.Because))
	for i, cause := range c.Because {
		because[i] = cause.String()
	}
	return cellJSON{c.Usual.String(), c.Heavy.String(), because}
}
