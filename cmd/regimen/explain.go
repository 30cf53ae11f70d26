package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"regimen/internal/check"
	"regimen/internal/diag"
)

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE|NAME]",
		Short: "Say what a finding means, why it matters and how to mend it",
		Args:  cobra.MaximumNArgs(1),

		ValidArgsFunction: findingCodes,
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
			fmt.Fprint(out, doc.Text, thresholds(doc.Code))
			return nil
		},
	}
}

// thresholds lists a rule's limits, which a site may set otherwise.
func thresholds(code string) string {
	var out strings.Builder
	for _, rule := range check.Rules() {
		if rule.Code != code {
			continue
		}
		for _, l := range rule.Limits {
			if out.Len() == 0 {
				fmt.Fprintf(&out, "\n## Thresholds\n\nSet one otherwise in `index.md`: `rules: {%s: {%s: %g}}`.\n\n", code, l.Name, l.Default)
			}
			fmt.Fprintf(&out, "- `%s`: %g %s (%s)\n", l.Name, l.Default, l.Unit, l.Source)
		}
	}
	return out.String()
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
