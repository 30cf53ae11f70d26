package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"regimen/internal/diag"
	"regimen/internal/regimen"
	"regimen/internal/suit"
)

// mostSubstitutes is how many substitutes a row of a proof names.
const mostSubstitutes = 3

func proveCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "prove PROGRAMME",
		Short: "Judge a programme against a condition, row by row",
		Args:  cobra.ExactArgs(1),

		ValidArgsFunction: completeFrom(programmeIDs),
	}
	folder := contentFlag(cmd)
	condition := cmd.Flags().String("condition", "", "a condition; default: those that the programme declares")
	stage := cmd.Flags().String("stage", "", "a stage of that condition; default: all of them")
	format := cmd.Flags().String("format", "text", "text or json")
	offer(cmd, "condition", func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		return conditionIDs(standing(cmd)), cobra.ShellCompDirectiveNoFileComp
	})
	offer(cmd, "stage", stageIDs)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *format != "text" && *format != "json" {
			return fmt.Errorf("unknown format %q: use text or json", *format)
		}
		lib, err := sound(cmd, *folder)
		if err != nil {
			return err
		}
		p := lib.Programme(args[0])
		if p == nil {
			return unknown("programme", args[0], names(lib.Programmes, func(p *regimen.Programme) string { return p.ID }))
		}
		proofs, err := proofs(lib, p, *condition, *stage)
		if err != nil {
			return err
		}
		if *format == "json" {
			err = proofJSON(cmd.OutOrStdout(), lib, p, proofs)
		} else {
			err = proofText(cmd.OutOrStdout(), lib, p, proofs)
		}
		if err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}

// proofs are of the conditions that were asked for, else of those declared.
func proofs(lib *regimen.Library, p *regimen.Programme, condition, stage string) ([]suit.Proof, error) {
	if condition == "" && stage != "" {
		return nil, fmt.Errorf("--stage needs --condition")
	}
	if condition == "" {
		return suit.Prove(lib, p), nil
	}
	c := lib.Condition(condition)
	if c == nil {
		return nil, unknown("condition", condition, names(lib.Conditions, func(c *regimen.Condition) string { return c.ID }))
	}
	var out []suit.Proof
	for _, s := range c.Stages {
		if stage == "" || s.ID == stage {
			out = append(out, suit.ProveFor(lib, p, c, s))
		}
	}
	if len(out) == 0 {
		return nil, unknown("stage", stage, names(c.Stages, func(s *regimen.Stage) string { return s.ID }))
	}
	return out, nil
}

func names[T any](list []*T, of func(*T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = of(v)
	}
	return out
}

func unknown(what, word string, known []string) error {
	if near := diag.Nearest(word, known); len(near) > 0 {
		return fmt.Errorf("there is no %s %q; did you mean %s?", what, word, near[0])
	}
	if len(known) == 0 {
		return fmt.Errorf("there is no %s %q, nor any other", what, word)
	}
	return fmt.Errorf("there is no %s %q; there are: %s", what, word, strings.Join(known, ", "))
}

func proofText(w io.Writer, lib *regimen.Library, p *regimen.Programme, proofs []suit.Proof) error {
	if len(proofs) == 0 {
		_, err := fmt.Fprintf(w, "%s declares no condition; name one with --condition\n", p.ID)
		return err
	}
	var out strings.Builder
	for i, f := range proofs {
		if i > 0 {
			out.WriteString("\n")
		}
		fmt.Fprintf(&out, "%s against %s/%s: %s\n", p.ID, f.Condition.ID, f.Stage.ID, strings.ToUpper(strings.ReplaceAll(f.Result.String(), "-", " ")))
		if f.Condition.Reviewed == nil {
			out.WriteString("thresholds not clinically reviewed\n")
		}
		for row := range f.Worst() {
			if row.Verdict != suit.Suitable {
				rowText(&out, lib, &row)
			}
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func rowText(out *strings.Builder, lib *regimen.Library, row *suit.Row) {
	fmt.Fprintf(out, "\n  session %s, %s at %s load: %s\n", row.Session.ID, row.Exercise.ID, row.Class, row.Verdict)
	if weeks := weeksText(row.Weeks); weeks != "" {
		fmt.Fprintf(out, "    weeks %s, judged at %s\n", weeks, row.Stage.ID)
	}
	for _, c := range row.Causes {
		fmt.Fprintf(out, "    %s; the stage takes %d as it is, %d with care, %d with a change\n", c, c.Limit.OK, c.Limit.Caution, c.Limit.Modify)
	}
	if !row.Met {
		fmt.Fprintf(out, "    needs: %s\n", needWords(row))
	}
	if row.Verdict.Passes() {
		return
	}
	var ids []string
	for _, c := range row.Substitutes(lib, mostSubstitutes) {
		ids = append(ids, c.Exercise.ID+" ("+c.Verdict.String()+")")
	}
	if len(ids) > 0 {
		fmt.Fprintf(out, "    would pass: %s\n", strings.Join(ids, ", "))
	}
}

func needWords(row *suit.Row) string {
	switch row.Need() {
	case suit.NeedNote:
		return "a note to the reader"
	case suit.NeedChange:
		return "a `modification`, or a `variant` that passes"
	case suit.NeedTags:
		return "its stressors"
	}
	if row.Later != nil {
		return "another exercise, or to wait for " + row.Later.ID
	}
	return "another exercise"
}

type (
	proofsJSON struct {
		Version   int         `json:"version"`
		Programme string      `json:"programme"`
		Proofs    []proofData `json:"proofs"`
	}
	proofData struct {
		Condition         string    `json:"condition"`
		Stage             string    `json:"stage"`
		Result            string    `json:"result"`
		Reviewed          bool      `json:"reviewed"`
		ThresholdsVersion string    `json:"thresholds_version"`
		Rows              []rowData `json:"rows"`
	}
	rowData struct {
		Session     string           `json:"session"`
		Row         string           `json:"row"`
		Exercise    string           `json:"exercise"`
		Weeks       string           `json:"weeks"`
		Stage       string           `json:"stage"`
		Load        string           `json:"load"`
		Verdict     string           `json:"verdict"`
		Causes      []causeData      `json:"causes"`
		Met         bool             `json:"met"`
		Substitutes []substituteData `json:"substitutes"`
	}
	causeData struct {
		Stressor string `json:"stressor"`
		Grade    int    `json:"grade"`
		Limit    [3]int `json:"limit"`
	}
	substituteData struct {
		Exercise string `json:"exercise"`
		Verdict  string `json:"verdict"`
	}
)

func proofJSON(w io.Writer, lib *regimen.Library, p *regimen.Programme, proofs []suit.Proof) error {
	out := proofsJSON{Version: 1, Programme: p.ID, Proofs: []proofData{}}
	for _, f := range proofs {
		data := proofData{
			Condition: f.Condition.ID, Stage: f.Stage.ID, Result: f.Result.String(),
			Reviewed: f.Condition.Reviewed != nil, ThresholdsVersion: f.Condition.ThresholdsVersion, Rows: []rowData{},
		}
		for _, row := range f.Joined() {
			data.Rows = append(data.Rows, rowOf(lib, &row))
		}
		out.Proofs = append(out.Proofs, data)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

func rowOf(lib *regimen.Library, row *suit.Row) rowData {
	out := rowData{
		Session: row.Session.ID, Row: row.Written.ID, Exercise: row.Exercise.ID, Weeks: weeksText(row.Weeks), Stage: row.Stage.ID,
		Load: row.Class.String(), Verdict: row.Verdict.String(), Met: row.Met,
		Causes: []causeData{}, Substitutes: []substituteData{},
	}
	for _, c := range row.Causes {
		out.Causes = append(out.Causes, causeData{c.Stressor, c.Grade, [3]int{c.Limit.OK, c.Limit.Caution, c.Limit.Modify}})
	}
	if !row.Verdict.Passes() {
		for _, c := range row.Substitutes(lib, mostSubstitutes) {
			out.Substitutes = append(out.Substitutes, substituteData{c.Exercise.ID, c.Verdict.String()})
		}
	}
	return out
}

func weeksText(r regimen.Range) string {
	switch {
	case r == regimen.Range{}:
		return ""
	case r.Open:
		return strconv.Itoa(r.Min) + "+"
	}
	return strconv.Itoa(r.Min) + "-" + strconv.Itoa(r.Max)
}
