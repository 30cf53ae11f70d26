package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"regimen/internal/dose"
)

func doseCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "dose [TEXT]",
		Short: "Read one dose in the notation, or one a line from standard input",
		Example: `  regimen dose '3 x 8-10 each side, rest 45 s'
  regimen dose --field rest '90 s' --format json
  regimen dose --format json < doses.txt`,
		Args: cobra.ArbitraryArgs,
	}
	format := cmd.Flags().String("format", "text", "text or json")
	field := cmd.Flags().String("field", "", "read one column: "+fieldNames())
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *format != "text" && *format != "json" {
			return fmt.Errorf("unknown format %q: use text or json", *format)
		}
		if *field != "" && !strings.Contains(" "+fieldNames()+" ", " "+*field+" ") {
			return fmt.Errorf("unknown field %q: use one of %s", *field, fieldNames())
		}
		read := doseReader{field: dose.Field(*field), json: *format == "json", out: bufio.NewWriter(cmd.OutOrStdout())}
		if len(args) > 0 {
			read.line(strings.Join(args, " "))
		} else if err := read.all(cmd.InOrStdin()); err != nil {
			return failure{err}
		}
		if err := read.out.Flush(); err != nil {
			return failure{err}
		}
		if read.refused {
			return errFound
		}
		return nil
	}
	return cmd
}

func fieldNames() string {
	var names []string
	for _, f := range dose.Fields() {
		names = append(names, string(f))
	}
	return strings.Join(names, " ")
}

type doseReader struct {
	field   dose.Field
	json    bool
	out     *bufio.Writer
	refused bool
}

// all reads one dose a line, blank lines too.
func (r *doseReader) all(in io.Reader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r.line(lines.Text())
	}
	return lines.Err()
}

func (r *doseReader) line(text string) {
	if r.json {
		r.object(text)
		return
	}
	canonical, words, advice, err := r.read(text)
	if err != nil {
		r.refused = true
		fmt.Fprintf(r.out, "%s\n%s\n", text, underline(text, err))
		return
	}
	fmt.Fprintln(r.out, canonical)
	for _, more := range []string{words, advice} {
		if more != "" {
			fmt.Fprintln(r.out, "  "+more)
		}
	}
}

// read reads a line or a column; only a whole dose has words of its own.
func (r *doseReader) read(text string) (canonical, words, advice string, err error) {
	if r.field != "" {
		c, err := dose.ParseField(r.field, text)
		return c.String(), "", "", err
	}
	d, err := dose.Parse(text)
	if err != nil {
		return "", "", "", err
	}
	return d.String(), d.Words(), d.Advice(), nil
}

func (r *doseReader) object(text string) {
	report := dose.Report(text)
	if r.field != "" {
		report = dose.ReportField(r.field, text)
	}
	r.refused = r.refused || bytes.Contains(report, []byte(`"ok":false`))
	fmt.Fprintf(r.out, "%s\n", report)
}

// underline puts carets below the characters to change, then the message.
func underline(text string, err error) string {
	var refused *dose.Error
	if !errors.As(err, &refused) {
		return err.Error()
	}
	before := strings.Repeat(" ", utf8.RuneCountInString(text[:refused.Start]))
	carets := strings.Repeat("^", max(1, utf8.RuneCountInString(text[refused.Start:refused.End])))
	out := before + carets + "\n" + refused.Code + ": " + refused.Message
	if refused.Hint != "" {
		out += "\nwrite `" + refused.Hint + "` there"
	}
	return out
}
