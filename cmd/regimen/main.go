// Command regimen compiles exercise programmes, written as Markdown with
// frontmatter, into a checked, printable website. This package is flags and wiring:
// compile.go is the whole program in one function, every other file one command.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"regimen/internal/lsp"
)

// The exit codes of every command.
const (
	exitClean  = 0
	exitFound  = 1 // errors in the content; with --strict also warnings
	exitUsage  = 2 // the command line was wrong
	exitFailed = 3 // the machine failed
)

// errFound ends a command whose findings have been printed.
var errFound = errors.New("problems were found")

// failure marks what the machine could not do, apart from a wrong command line.
type failure struct{ error }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	var failed failure
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFound), errors.Is(err, lsp.ErrNoShutdown):
		return exitFound
	case errors.As(err, &failed):
		fmt.Fprintf(errs, "regimen: %v\n", failed.error)
		return exitFailed
	}
	fmt.Fprintf(errs, "regimen: %v\nTry `regimen --help`.\n", err)
	return exitUsage
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "regimen",
		Short: "A compiler for exercise programmes",
		Long: `regimen checks exercise programmes written in Markdown and builds a website
with printable session sheets from them. It gives no medical advice.`,
		Version:       version(),
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fmt.Fprintf(cmd.OutOrStdout(), "regimen compiles exercise programmes into a website.\n\n%s\nRun regimen --help for every command.\n", welcome())
			return nil
		},
	}
	root.SetVersionTemplate("regimen {{.Version}}\n")
	root.AddCommand(initCommand(), newCommand(), checkCommand(), buildCommand(), serveCommand(), doseCommand(),
		matrixCommand(), proveCommand(), cardsCommand(), explainCommand(), wordsCommand(), templateCommand(), schemaCommand(), lspCommand(), versionCommand())
	return root
}
