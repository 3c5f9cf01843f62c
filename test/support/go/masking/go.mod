module monitoring-stack/masking

go 1.24
