package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"regimen/internal/content"
	"regimen/internal/diag"
	"regimen/internal/schema"
)

func schemaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema KIND",
		Short: "Print the JSON Schema of a kind's frontmatter: " + strings.Join(content.Kinds(), ", "),
		Args:  cobra.ExactArgs(1),

		ValidArgsFunction: completeFirst(content.Kinds()),
	}
	folder := contentFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if content.KeysOf(args[0]) == nil {
			return unknownKind(args[0])
		}
		src, err := openSource(cmd, *folder)
		if err != nil {
			return err
		}
		defer src.close()
		lib, _, err := content.Load(src.folder, src.builtIn)
		if err != nil {
			return failure{err}
		}
		text, err := schema.JSON(args[0], lib)
		if err == nil {
			_, err = cmd.OutOrStdout().Write(text)
		}
		if err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}

func unknownKind(word string) error {
	if near := diag.Nearest(word, content.Kinds()); len(near) > 0 {
		return fmt.Errorf("there is no kind %q; did you mean %s?", word, near[0])
	}
	return fmt.Errorf("there is no kind %q; they are %s", word, strings.Join(content.Kinds(), ", "))
}
