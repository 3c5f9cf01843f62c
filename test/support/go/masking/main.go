// Sends lines through masking stages of Alloy with Go's own regular expressions and templates, as Alloy does.
// Standard library only. Reads {"stages": [...], "lines": [...]} and writes the lines as they leave.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"unicode"
)

type stage struct {
	Name       string         `json:"name"`
	Attributes map[string]any `json:"attributes"`
	Blocks     []stage        `json:"blocks"`
}

func (s stage) text(name string) string {
	value, _ := s.Attributes[name].(string)
	return value
}

func main() {
	var input struct {
		Stages []stage  `json:"stages"`
		Lines  []string `json:"lines"`
	}
	check(json.NewDecoder(os.Stdin).Decode(&input))
	left := make([]string, 0, len(input.Lines))
	for _, line := range input.Lines {
		left = append(left, run(input.Stages, line))
	}
	check(json.NewEncoder(os.Stdout).Encode(left))
}

func run(stages []stage, line string) string {
	for _, one := range stages {
		switch one.Name {
		case "stage.replace":
			line = replace(one, line)
		case "stage.luhn":
			line = luhn(one, line)
		case "stage.match":
			if strings.Contains(line, filterOf(one)) {
				line = run(one.Blocks, line)
			}
		default:
			check(fmt.Errorf("%s is no masking stage", one.Name))
		}
	}
	return line
}

// replace puts what the template makes of each captured group into its place; text outside of groups stays.
// https://github.com/grafana/alloy/blob/v1.18.1/internal/component/loki/process/stages/replace.go
func replace(one stage, line string) string {
	expression, err := regexp.Compile(one.text("expression"))
	check(err)
	made, err := template.New("").Funcs(template.FuncMap{
		"env": os.Getenv,
		"Sha2Hash": func(salt, input string) string {
			hash := sha256.Sum256([]byte(salt + input))
			return hex.EncodeToString(hash[:])
		},
	}).Parse(one.text("replace"))
	check(err)
	var out strings.Builder
	end := 0
	for _, match := range expression.FindAllStringSubmatchIndex(line, -1) {
		for i := 2; i < len(match); i += 2 {
			if match[i] < end {
				continue
			}
			out.WriteString(line[end:match[i]])
			check(made.Execute(&out, map[string]string{"Value": line[match[i]:match[i+1]]}))
			end = match[i+1]
		}
	}
	return out.String() + line[end:]
}

// luhn replaces runs of digits, delimiters among them, that pass.
// https://github.com/grafana/alloy/blob/v1.18.1/internal/component/loki/process/stages/luhn.go
func luhn(one stage, line string) string {
	delimiters := one.text("delimiters")
	shortest := int(one.Attributes["min_length"].(float64))
	var out, run, digits strings.Builder
	flush := func() {
		text := run.String()
		number, err := strconv.Atoi(digits.String())
		if digits.Len() >= shortest && err == nil && passes(number) {
			out.WriteString(one.text("replacement"))
			if last := text[len(text)-1:]; strings.Contains(delimiters, last) {
				out.WriteString(last)
			}
		} else {
			out.WriteString(text)
		}
		run.Reset()
		digits.Reset()
	}
	for _, char := range line {
		switch {
		case unicode.IsDigit(char):
			run.WriteRune(char)
			digits.WriteRune(char)
		case digits.Len() > 0 && strings.ContainsRune(delimiters, char):
			run.WriteRune(char)
		default:
			flush()
			out.WriteRune(char)
		}
	}
	flush()
	return out.String()
}

func passes(number int) bool {
	sum := 0
	for double := false; number > 0; number, double = number/10, !double {
		digit := number % 10
		if double {
			digit = digit*2/10 + digit*2%10
		}
		sum += digit
	}
	return sum%10 == 0
}

// filterOf reads what a line must contain from a selector: {…} |= "…".
func filterOf(one stage) string {
	_, quoted, found := strings.Cut(one.text("selector"), "|= ")
	if !found {
		check(fmt.Errorf("no line filter in %s", one.text("selector")))
	}
	text, err := strconv.Unquote(quoted)
	check(err)
	return text
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
