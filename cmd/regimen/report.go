package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// tell prints findings for a person on standard error, then the summary line.
func tell(cmd *cobra.Command, lib *regimen.Library, found diag.List, began time.Time) error {
	errs := cmd.ErrOrStderr()
	if err := (diag.Printer{Colour: colourful(errs)}).Print(errs, diag.Text, found); err != nil {
		return failure{err}
	}
	omissions(cmd, lib)
	fmt.Fprintln(errs, diag.Summary(found, lib.Files, time.Since(began)))
	return nil
}

// omissions names the files that give no page or no place in a list, and why.
func omissions(cmd *cobra.Command, lib *regimen.Library) {
	for _, o := range lib.Omitted {
		fmt.Fprintf(cmd.ErrOrStderr(), "left out: %s: %s\n", o.Path, o.Reason)
	}
}

// colourful reports whether a writer is a terminal that wants colour.
func colourful(w any) bool {
	return os.Getenv("NO_COLOR") == "" && terminal(w)
}

// verdict turns findings into the exit code's error.
func verdict(found diag.List, strict bool) error {
	if found.Failed() || strict && found.Count(diag.Warning) > 0 {
		return errFound
	}
	return nil
}
