//go:build linux || darwin

package bench

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// lab is where the measuring is done: the built program, and folders in memory.
type lab struct {
	b       *testing.B
	dir     string
	program string
}

func newLab(b *testing.B) *lab {
	b.Helper()
	l := &lab{b: b, dir: workplace(b)}
	l.program = filepath.Join(l.dir, "regimen")
	build := exec.Command("go", "build", "-o", l.program, "regimen/cmd/regimen")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return l
}

// workplace is a folder that is removed afterwards, in memory where there is room:
// disks would be measured otherwise. REGIMEN_BENCH_DIR names another place.
func workplace(b *testing.B) string {
	b.Helper()
	parent := os.Getenv("REGIMEN_BENCH_DIR")
	var room syscall.Statfs_t
	if parent == "" && syscall.Statfs("/dev/shm", &room) == nil && uint64(room.Bavail)*uint64(room.Bsize) > 1<<30 {
		parent = "/dev/shm"
	}
	if parent == "" {
		return b.TempDir()
	}
	dir, err := os.MkdirTemp(parent, "regimen-bench-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// site is a corpus and where its pages are written.
type site struct {
	exercises, files int
	content, out     string
}

func (l *lab) corpus(n int) site {
	l.b.Helper()
	name := filepath.Join(l.dir, strconv.Itoa(n))
	s := site{exercises: n, content: name, out: name + "-site"}
	if err := Generate(s.content, n); err != nil {
		l.b.Fatal(err)
	}
	s.files = l.count(s.content)
	return s
}

// rounds are cold builds of a site, and the floor's time for the same work.
type rounds struct {
	site
	pages        int
	build, floor []spent
	peak         int64 // bytes, the most of any build
}

// cold builds into folders that are not there, regimen and the floor by turns and
// the sites by turns, so that a busy moment of the machine hits all of them.
func (l *lab) cold(times int, sites ...site) []rounds {
	l.b.Helper()
	all := make([]rounds, len(sites))
	for range times {
		for i, s := range sites {
			l.round(s, &all[i])
		}
	}
	for i, s := range sites {
		all[i].site, all[i].pages = s, l.count(s.out)
	}
	return all
}

func (l *lab) round(s site, r *rounds) {
	l.b.Helper()
	l.remove(s.out)
	took, peak := l.run("build", "--content", s.content, "--out", s.out)
	r.build, r.peak = append(r.build, took), max(r.peak, peak)
	j := job{Content: s.content, Site: s.out, Out: s.out + "-floor"}
	r.floor = append(r.floor, l.floor(j))
	l.remove(j.Out)
}

// again builds once more where nothing has changed.
func (l *lab) again(s site, times int) (site, []spent) {
	l.b.Helper()
	var all []spent
	for range times {
		took, _ := l.run("build", "--content", s.content, "--out", s.out)
		all = append(all, took)
	}
	return s, all
}

// check reads a corpus of about so many files, one exercise in 1.12 files.
func (l *lab) check(files, times int) (site, []spent) {
	l.b.Helper()
	s := l.corpus(files * 100 / 112)
	var all []spent
	for range times {
		took, _ := l.run("check", "--content", s.content)
		all = append(all, took)
	}
	return s, all
}

// run starts the program cold and gives its time and its peak memory. The system
// counts this process's memory at the start as the child's: keep it small.
func (l *lab) run(args ...string) (spent, int64) {
	l.b.Helper()
	cmd := exec.Command(l.program, args...)
	began := time.Now()
	out, err := cmd.CombinedOutput()
	took := spent{Wall: time.Since(began)}
	if err != nil {
		l.b.Fatalf("regimen %v: %v\n%s", args, err, out[:min(len(out), 4_000)])
	}
	took.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		l.b.Fatal("the system does not tell what a process used")
	}
	unit := int64(1024)
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return took, usage.Maxrss * unit
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

func (l *lab) remove(dir string) {
	l.b.Helper()
	if err := os.RemoveAll(dir); err != nil {
		l.b.Fatal(err)
	}
}

func (l *lab) count(dir string) int {
	l.b.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		l.b.Fatal(err)
	}
	return n
}
