package diag

import (
	"strings"
	"testing"
)

func TestPositions(t *testing.T) {
	f := NewFile("a.md", []byte("\ufeffé: 1\r\nb\rc\n"))
	for _, c := range []struct{ offset, line, column int }{
		{-1, 1, 1}, {0, 1, 1}, {1, 1, 1}, {3, 1, 1}, {5, 1, 2}, {6, 1, 3}, {10, 2, 1}, {12, 2, 3}, {14, 3, 1}, {99, 3, 1},
	} {
		p := f.Position(c.offset)
		if p.Line != c.line || p.Column != c.column {
			t.Errorf("byte %d is at %d:%d, want %d:%d", c.offset, p.Line, p.Column, c.line, c.column)
		}
		if c.offset >= 3 && c.offset <= 14 && f.Offset(p.Line, p.Column) != c.offset {
			t.Errorf("%d:%d is byte %d, want %d", p.Line, p.Column, f.Offset(p.Line, p.Column), c.offset)
		}
	}
	same(t, []int{3, 14, 13, 3}, []int{f.Offset(0, 0), f.Offset(9, 9), f.Offset(2, 99), f.Offset(1, -5)})
	same(t, "b\rc", string(f.Line(2)))
	same(t, "", string(f.Line(0))+string(f.Line(4)))
}

func TestSpanOutsideItsFileIsBroughtInside(t *testing.T) {
	f := NewFile("a.md", []byte("abc"))
	same(t, []string{"bc", "", "abc", ""}, []string{
		Span{f, 1, 99}.Text(), Span{f, 2, 1}.Text(), Span{f, -5, 3}.Text(), Span{}.Text(),
	})
}

func TestListSortsAndCounts(t *testing.T) {
	list := mixed(t)
	list.Sort()
	var codes []string
	for _, d := range list {
		codes = append(codes, d.Code)
	}
	same(t, "D01 P03 E02 P06 C01", strings.Join(codes, " "))
	same(t, []int{2, 1, 1}, []int{list.Count(Error), list.Count(Warning), list.Count(Info)})
	if !list.Failed() || (List{{Severity: Error, Silenced: &Silence{}}}).Failed() {
		t.Error("Failed counts what is silenced, or not what is not")
	}
}
