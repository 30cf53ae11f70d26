package main

import (
	"encoding/json"
	"maps"

	"github.com/spf13/cobra"

	"regimen/internal/content"
	"regimen/internal/words"
)

func wordsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "words",
		Short: "Print every phrase of the interface, a start for theme/words.json",
		Long: `words prints every phrase that pages and scripts use, in the form of
theme/words.json: the English phrase, and what the site says instead of it. Phrases
that the site's own theme/words.json lacks stand in English.`,
		Args: cobra.NoArgs,
	}
	folder := contentFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		src, err := openSource(cmd, *folder)
		if err != nil {
			return err
		}
		defer src.close()
		lib, _, err := content.Load(src.folder, src.builtIn)
		if err != nil {
			return failure{err}
		}
		phrases := maps.Clone(words.Catalogue())
		for english := range phrases {
			if own, ok := lib.Theme.Words[english]; ok && len(own) > 0 {
				phrases[english] = own
			}
		}
		out := json.NewEncoder(cmd.OutOrStdout())
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		if err := out.Encode(phrases); err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}
