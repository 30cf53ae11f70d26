package lsp

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The error codes of JSON-RPC and of the protocol that this server answers with.
const (
	parseError     = -32700
	invalidRequest = -32600
	methodNotFound = -32601
	invalidParams  = -32602
	internalError  = -32603
	notInitialized = -32002
	requestFailed  = -32803
)

// longest is the most bytes that one message may have.
const longest = 64 << 20

// request is a message from the editor; one without an ID is a notification.
type request struct {
	ID     *json.RawMessage `json:"id"`
	Method string           `json:"method"`
	Params json.RawMessage  `json:"params"`
	broken bool             // not readable as JSON
}

type response struct {
	Version string           `json:"jsonrpc"`
	ID      *json.RawMessage `json:"id"`
	Result  any              `json:"result"`
}

type refusal struct {
	Version string           `json:"jsonrpc"`
	ID      *json.RawMessage `json:"id"`
	Error   *fault           `json:"error"`
}

type notification struct {
	Version string `json:"jsonrpc"`
	Method  string `json:"method"`
	Params  any    `json:"params"`
}

// fault is why a request cannot be answered.
type fault struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (f *fault) Error() string { return f.Message }

func refuse(code int, format string, args ...any) error {
	return &fault{code, fmt.Sprintf(format, args...)}
}

// readMessage reads one message: headers, a blank line, a body of Content-Length bytes.
func readMessage(in *bufio.Reader) (request, error) {
	size := -1
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return request{}, err
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		name, value, _ := strings.Cut(line, ":")
		if strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			if size, err = strconv.Atoi(strings.TrimSpace(value)); err != nil || size < 0 || size > longest {
				return request{}, fmt.Errorf("a message of %s bytes", strings.TrimSpace(value))
			}
		}
	}
	if size < 0 {
		return request{}, errors.New("a message without Content-Length")
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(in, body); err != nil {
		return request{}, err
	}
	var r request
	if err := json.Unmarshal(body, &r); err != nil {
		return request{broken: true}, nil
	}
	return r, nil
}

func writeMessage(out io.Writer, message any) error {
	body, err := json.Marshal(message)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "Content-Length: %d\r\n\r\n%s", len(body), body)
	return err
}
