package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"regimen/internal/suit"
)

func matrixCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "matrix",
		Short: "Set every exercise against every stage of every condition",
		Args:  cobra.NoArgs,
	}
	folder := contentFlag(cmd)
	format := cmd.Flags().String("format", "text", "text, csv or json")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		write := map[string]func(io.Writer, *suit.Table) error{
			"text": matrixText, "csv": matrixCSV,
			"json": func(w io.Writer, t *suit.Table) error { return t.WriteJSON(w) },
		}[*format]
		if write == nil {
			return fmt.Errorf("unknown format %q: use text, csv or json", *format)
		}
		lib, err := sound(cmd, *folder)
		if err != nil {
			return err
		}
		if err := write(cmd.OutOrStdout(), suit.Matrix(lib)); err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}

// matrixText prints a letter a cell, with an arrow where heavy loads change it.
func matrixText(w io.Writer, t *suit.Table) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, c := range t.Columns {
		fmt.Fprintf(w, "%2d  %s\n", i+1, c.Key())
	}
	fmt.Fprintln(w)
	fmt.Fprint(tab, "exercise\tload")
	for i := range t.Columns {
		fmt.Fprintf(tab, "\t%d", i+1)
	}
	fmt.Fprintln(tab)
	for _, line := range t.Lines {
		fmt.Fprintf(tab, "%s\t%s", line.Exercise.ID, line.Exercise.UsualLoad)
		for _, cell := range line.Cells {
			fmt.Fprint(tab, "\t"+letter(cell.Usual))
			if cell.Heavy != cell.Usual {
				fmt.Fprint(tab, "→"+letter(cell.Heavy))
			}
		}
		fmt.Fprintln(tab)
	}
	if err := tab.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w, "\nS suitable, C caution, M modify, A avoid, ? not tagged; X→Y: at the usual load → if done heavy.\nThresholds not clinically reviewed unless a condition names its reviewer.")
	return err
}

func letter(v suit.Verdict) string {
	if v == suit.Unknown {
		return "?"
	}
	return strings.ToUpper(v.String()[:1])
}

func matrixCSV(w io.Writer, t *suit.Table) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"exercise", "condition", "stage", "usual", "heavy", "because"}); err != nil {
		return err
	}
	for _, line := range t.Lines {
		for i, cell := range line.Cells {
			var because []string
			for _, cause := range cell.Because {
				because = append(because, cause.String())
			}
			c := t.Columns[i]
			if err := out.Write([]string{line.Exercise.ID, c.Condition.ID, c.Stage.ID, cell.Usual.String(), cell.Heavy.String(), strings.Join(because, "; ")}); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}
