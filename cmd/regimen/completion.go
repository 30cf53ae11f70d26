package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	builtin "regimen/content"
	"regimen/internal/check"
	"regimen/internal/content"
	"regimen/internal/regimen"
)

// Cobra's own command `completion` prints the script for a shell; what stands here says
// which words fit where.

type completer = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective)

// complete offers a flag's words. A command without the flag is a slip of ours.
func complete(cmd *cobra.Command, flag string, words []string) {
	offer(cmd, flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	})
}

func offer(cmd *cobra.Command, flag string, words completer) {
	if err := cmd.RegisterFlagCompletionFunc(flag, words); err != nil {
		panic(err)
	}
}

// completeFirst offers words for the first argument and nothing after it.
func completeFirst(words []string) completer {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeFrom offers ids of the content, read as it is now.
func completeFrom(ids func(*regimen.Library) []string) completer {
	return func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		return completeFirst(ids(standing(cmd)))(cmd, args, begun)
	}
}

// standing is the library that a command would read; what is wrong in it is for later.
func standing(cmd *cobra.Command) *regimen.Library {
	name, err := cmd.Flags().GetString("content")
	if err == nil {
		if _, err := os.Stat(name); err == nil {
			if lib, _, err := content.Load(os.DirFS(name), builtin.FS); err == nil {
				return lib
			}
		}
	}
	lib, _, err := content.Load(builtin.FS, nil)
	if err != nil {
		return &regimen.Library{}
	}
	return lib
}

func programmeIDs(lib *regimen.Library) []string {
	return names(lib.Programmes, func(p *regimen.Programme) string { return p.ID + "\t" + p.Title })
}

func conditionIDs(lib *regimen.Library) []string {
	return names(lib.Conditions, func(c *regimen.Condition) string { return c.ID + "\t" + c.Title })
}

// stageIDs are those of the condition that stands on the command line.
func stageIDs(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	var out []string
	if id, err := cmd.Flags().GetString("condition"); err == nil {
		if c := standing(cmd).Condition(id); c != nil {
			out = names(c.Stages, func(s *regimen.Stage) string { return s.ID + "\t" + s.Title })
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// findingCodes are codes with their names, and the names alone once one has been begun.
func findingCodes(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, doc := range check.Docs() {
		if len(args) > 0 {
			break
		}
		if strings.ToUpper(begun) == begun {
			out = append(out, doc.Code+"\t"+doc.Name)
		} else {
			out = append(out, doc.Name)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
