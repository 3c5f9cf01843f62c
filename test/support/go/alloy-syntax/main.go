// Reads a configuration of Alloy with Alloy's own parser and writes it as `alloy fmt` would.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/grafana/alloy/syntax/parser"
	"github.com/grafana/alloy/syntax/printer"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		fail(err)
	}
	file, err := parser.ParseFile("configuration", text)
	if err != nil {
		fail(err)
	}
	if err := printer.Fprint(os.Stdout, file); err != nil {
		fail(err)
	}
	// As the command does: the printer writes no line end after the last block.
	fmt.Println()
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
