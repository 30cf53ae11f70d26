package regimen

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"
)

// keyName stands for the name of a key: a number, where a string would hold a pointer.
// 0 stands for a name that nobody has written.
type keyName uint32

// names numbers the names of all keys as they come. They are few, so each new one makes
// a new map, and none waits to look a name up.
type names struct {
	numbers atomic.Pointer[map[string]keyName]
	lock    sync.Mutex
}

var keyNames names

// find is the number of a name, 0 where it has none.
func (n *names) find(name string) keyName {
	if numbers := n.numbers.Load(); numbers != nil {
		return (*numbers)[name]
	}
	return 0
}

// enter is the number of a name, which gets one where it has none.
func (n *names) enter(name string) keyName {
	if number := n.find(name); number != 0 {
		return number
	}
	n.lock.Lock()
	defer n.lock.Unlock()
	if number := n.find(name); number != 0 {
		return number
	}
	next := map[string]keyName{}
	if numbers := n.numbers.Load(); numbers != nil {
		next = maps.Clone(*numbers)
	}
	number := keyName(len(next) + 1)
	next[strings.Clone(name)] = number
	n.numbers.Store(&next)
	return number
}
