data class Car(val make: String, val model: String)
val cars = listOf(Car("Chevrolet", "Nova"), Car("Nissan", "Titan"), Car("Ford", "Falcon"), Car("Kia", "Opus"), Car("Škoda", "Octavia"))
val plane = Plane(model = "Falcon 900"); val bike = Bike(model = "Orca M30"); val phone = Phone(model = "nova 5T")
enum class Animal { LLAMA, ALPACA, VICUNA, FALCON, ORCA, DOLPHIN, KOALA }
val wind = Wind("mistral", speed = 40); val sea = listOf("mistral", "sirocco", "bora")
