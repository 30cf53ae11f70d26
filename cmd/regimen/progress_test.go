package main

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"
)

// In the bubble of synctest the clock is fake and exact.
func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		p := newProgress(&out)
		defer p.stop()
		told := func(after time.Duration, want string) {
			t.Helper()
			<-time.After(after)
			synctest.Wait()
			p.mutex.Lock()
			defer p.mutex.Unlock()
			if got := out.String(); got != want {
				t.Errorf("after %v: %q, want %q", after, got, want)
			}
			out.Reset()
		}
		folder := p.counted(fstest.MapFS{"a.md": {Data: []byte("a")}, "b.md": {}})
		p.begin("reading", 0)
		for _, name := range []string{"a.md", "b.md"} {
			if _, err := fs.ReadFile(folder, name); err != nil {
				t.Fatal(err)
			}
		}
		told(patient-time.Millisecond, "")
		told(time.Millisecond, clearLine+"reading 2 files")
		p.begin("checking", 148)
		told(progressive, clearLine+"checking 148 files")
		p.begin("", 0)
		told(0, clearLine)
		told(progressive, "")
		p.begin("writing", 300)
		p.count()
		told(progressive, clearLine+"writing 1 of 300 files")
		p.stop()
		told(0, clearLine)
		p.begin("writing", 1)
		told(time.Minute, "")
	})
}

func TestAShortRunSaysNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		p := newProgress(&out)
		p.begin("reading", 0)
		<-time.After(patient - time.Millisecond)
		p.stop()
		if out.Len() > 0 {
			t.Errorf("it said %q", out.String())
		}
	})
}

func TestNoProgressWhereNobodyLooks(t *testing.T) {
	var out strings.Builder
	p := startProgress(&out)
	if p != nil {
		t.Fatal("a text is taken for a terminal")
	}
	p.begin("reading", 1)
	p.count()
	p.stop()
	folder := fstest.MapFS{"a.md": {}}
	if _, wrapped := p.counted(folder).(countedFolder); wrapped {
		t.Error("files are counted for nobody")
	}
}
