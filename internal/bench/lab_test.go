//go:build linux || darwin

package bench

import (
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
	b        *testing.B
	dir      string
	inMemory bool // dir is
	program  string
}

func newLab(b *testing.B) *lab {
	b.Helper()
	l := &lab{b: b}
	l.dir, l.inMemory = workplace(b)
	l.program = filepath.Join(l.dir, "regimen")
	build := exec.Command("go", "build", "-o", l.program, "regimen/cmd/regimen")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return l
}

// workplace is a folder that is removed afterwards, in memory where there is room:
// disks would be measured otherwise. REGIMEN_BENCH_DIR names another place.
func workplace(b *testing.B) (dir string, inMemory bool) {
	b.Helper()
	parent := os.Getenv("REGIMEN_BENCH_DIR")
	var room syscall.Statfs_t
	if parent == "" && syscall.Statfs("/dev/shm", &room) == nil && room.Bavail*uint64(room.Bsize) > 1<<30 {
		parent, inMemory = "/dev/shm", true
	}
	if parent == "" {
		return b.TempDir(), false
	}
	dir, err := os.MkdirTemp(parent, "regimen-bench-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	return dir, inMemory
}

// site is a corpus and where its pages are written.
type site struct {
	exercises, files int
	written          int64 // bytes of the files
	content, out     string
}

func (l *lab) corpus(n int) site {
	l.b.Helper()
	name := filepath.Join(l.dir, strconv.Itoa(n))
	s := site{exercises: n, content: name, out: name + "-site"}
	if err := Generate(s.content, n); err != nil {
		l.b.Fatal(err)
	}
	s.files, s.written = l.size(s.content)
	return s
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

func (l *lab) remove(dir string) {
	l.b.Helper()
	if err := os.RemoveAll(dir); err != nil {
		l.b.Fatal(err)
	}
}

// clear removes a corpus and its pages.
func (l *lab) clear(s site) {
	l.b.Helper()
	l.remove(s.content)
	l.remove(s.out)
}

// size counts the files of a folder and their bytes.
func (l *lab) size(dir string) (files int, bytes int64) {
	l.b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
		return err
	})
	if err != nil {
		l.b.Fatal(err)
	}
	return files, bytes
}
