"""What practice guidance is: its vocabulary, its reading, its checks and its library."""
