package main

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	builtin "regimen/content"
	"regimen/internal/diag"
	"regimen/internal/lsp"
	"regimen/internal/regimen"
	"regimen/internal/site"
)

func lspCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Help an editor: findings while you type, completion, hover, renaming",
		Long: `lsp is a language server. An editor starts it and talks to it on standard input
and output; docs/editors.md says how to set up yours.`,
		Args: cobra.NoArgs,
	}
	folder := contentFlag(cmd)
	cmd.Flags().Bool("stdio", true, "talk on standard input and output, as it always does")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		c := newCompiler(source{builtIn: builtin.FS}, site.Options{})
		o := lsp.Options{Version: version(), Read: func(folder fs.FS) (*regimen.Library, diag.List, error) {
			return c.read(source{folder: folder}, nil)
		}}
		if cmd.Flags().Changed("content") {
			o.Content = *folder
		}
		err := lsp.Run(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout(), o)
		if err == nil || errors.Is(err, lsp.ErrNoShutdown) {
			return err
		}
		return failure{err}
	}
	return cmd
}
