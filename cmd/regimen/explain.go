package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"regimen/internal/check"
	"regimen/internal/diag"
)

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE|NAME]",
		Short: "Say what a finding means, why it matters and how to mend it",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			out := cmd.OutOrStdout()
			if len(args) == 0 {
				for _, doc := range check.Docs() {
					fmt.Fprintf(out, "%s  %s\n", doc.Code, doc.Name)
				}
				return nil
			}
			doc, found := check.FindDoc(args[0])
			if !found {
				return unknownCode(args[0])
			}
			fmt.Fprint(out, doc.Text)
			return nil
		},
	}
}

func unknownCode(word string) error {
	var known []string
	for _, doc := range check.Docs() {
		known = append(known, doc.Code, doc.Name)
	}
	if near := diag.Nearest(word, known); len(near) > 0 {
		return fmt.Errorf("there is no finding %q; did you mean %s?", word, near[0])
	}
	return fmt.Errorf("there is no finding %q; `regimen explain` lists them all", word)
}

// explanation is a code's text for the formats that carry it.
func explanation(code string) (title, markdown string) {
	doc, _ := check.FindDoc(code)
	return doc.Name, doc.Text
}
