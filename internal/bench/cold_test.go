//go:build linux || darwin

package bench

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
)

// rounds are cold builds of a site, and the floor's time for the same work.
type rounds struct {
	site
	pages        int
	bytes        int64 // of the pages
	build, floor []spent
	peak         int64 // bytes of memory, the most of any build
}

// timed is what was done several times to a site.
type timed struct {
	site
	took []spent
}

// cold builds into folders that are not there, regimen and the floor by turns and
// the sites by turns, so that a busy moment of the machine hits all of them.
func (l *lab) cold(times int, sites ...site) []rounds {
	l.b.Helper()
	all := make([]rounds, len(sites))
	for i, s := range sites {
		all[i].site = s
	}
	for range times {
		for i := range all {
			l.round(&all[i])
			j := job{Content: all[i].content, Site: all[i].out, Out: all[i].out + "-floor"}
			all[i].floor = append(all[i].floor, l.floor(j))
			l.remove(j.Out)
		}
	}
	for i := range all {
		all[i].pages, all[i].bytes = l.size(all[i].out)
	}
	return all
}

// round is one cold build.
func (l *lab) round(r *rounds) {
	l.b.Helper()
	l.remove(r.out)
	took, peak := l.run("build", "--content", r.content, "--out", r.out)
	r.build, r.peak = append(r.build, took), max(r.peak, peak)
}

// again builds once more where nothing has changed.
func (l *lab) again(s site, times int) timed {
	l.b.Helper()
	t := timed{site: s}
	for range times {
		took, _ := l.run("build", "--content", s.content, "--out", s.out)
		t.took = append(t.took, took)
	}
	return t
}

// check reads a corpus of about so many files, one exercise in 1.12 files.
func (l *lab) check(files, times int) timed {
	l.b.Helper()
	t := timed{site: l.corpus(files * 100 / 112)}
	for range times {
		took, _ := l.run("check", "--content", t.content)
		t.took = append(t.took, took)
	}
	l.clear(t.site)
	return t
}

// floor starts this test program as the floor.
func (l *lab) floor(j job) spent {
	l.b.Helper()
	self, err := os.Executable()
	if err != nil {
		l.b.Fatal(err)
	}
	task, err := json.Marshal(j)
	if err != nil {
		l.b.Fatal(err)
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), floorJob+"="+string(task))
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		l.b.Fatalf("the floor: %v\n%s", err, errs.Bytes())
	}
	var took spent
	if err := json.Unmarshal(out.Bytes(), &took); err != nil {
		l.b.Fatal(err)
	}
	return took
}
